package org.handrail.analytics.detection;

import java.time.ZoneId;
import java.util.List;
import org.handrail.analytics.baseline.Baselines;
import org.handrail.analytics.episode.StretchTracker;
import org.handrail.analytics.feature.MinuteFeatures.Tracks;
import org.handrail.analytics.risk.MotionGate;
import org.handrail.analytics.risk.StressEvidence;
import org.handrail.analytics.risk.UsualEvidence;
import org.handrail.analytics.sleep.SleepTrack;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.FrameId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;

/**
 * All that the detection remembers of one mentee.
 *
 * @param streamTimeMs latest sample time seen; never goes back; {@link #NO_TIME} before the first sample
 * @param nextMinuteMs first minute that is not closed yet
 * @param pending sensor frames with samples in minutes that are not closed, in their canonical order
 * @param heard ids of the last frames that are moments, such as answers, so that none counts twice
 * @param contact what the device last said of its contact
 * @param learnt what closed minutes have left behind
 */
public record MenteeState(
        MenteeId mentee,
        ZoneId zone,
        long streamTimeMs,
        long nextMinuteMs,
        List<SignalFrame> pending,
        List<FrameId> heard,
        Contact contact,
        Learnt learnt) {

    public static final long NO_TIME = Long.MIN_VALUE;

    /**
     * What closed minutes have left behind.
     *
     * @param recentEvidence evidence of the last known minutes, oldest first, for the reason why
     */
    public record Learnt(
            Tracks tracks,
            MotionGate gate,
            SleepTrack sleep,
            Baselines baselines,
            UsualEvidence usual,
            StretchTracker stretch,
            List<StressEvidence> recentEvidence) {

        public Learnt {
            recentEvidence = List.copyOf(recentEvidence);
        }

        static Learnt nothing() {
            return new Learnt(
                    Tracks.start(),
                    MotionGate.START,
                    SleepTrack.start(),
                    Baselines.start(),
                    UsualEvidence.START,
                    StretchTracker.START,
                    List.of());
        }

        Learnt with(StretchTracker now) {
            return new Learnt(tracks, gate, sleep, baselines, usual, now, recentEvidence);
        }

        Learnt with(SleepTrack now) {
            return new Learnt(tracks, gate, now, baselines, usual, stretch, recentEvidence);
        }
    }

    public MenteeState {
        pending = List.copyOf(pending);
        heard = List.copyOf(heard);
    }

    public static MenteeState start(MenteeId mentee, ZoneId zone) {
        return new MenteeState(mentee, zone, NO_TIME, NO_TIME, List.of(), List.of(), Contact.UNKNOWN, Learnt.nothing());
    }

    /** The window under way, if there is one. */
    public StretchTracker stretch() {
        return learnt.stretch();
    }

    MenteeState withPending(List<SignalFrame> frames, long streamTime, long nextMinute) {
        return new MenteeState(mentee, zone, streamTime, nextMinute, frames, heard, contact, learnt);
    }

    MenteeState withMoment(List<FrameId> nowHeard, Contact nowContact) {
        return new MenteeState(mentee, zone, streamTimeMs, nextMinuteMs, pending, nowHeard, nowContact, learnt);
    }

    MenteeState with(Learnt now) {
        return new MenteeState(mentee, zone, streamTimeMs, nextMinuteMs, pending, heard, contact, now);
    }
}
