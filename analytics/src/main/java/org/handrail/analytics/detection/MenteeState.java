package org.handrail.analytics.detection;

import java.time.ZoneId;
import java.util.List;
import org.handrail.analytics.baseline.Baselines;
import org.handrail.analytics.episode.MacdEpisodes;
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
 * @param zone whose local time the mentee lives by
 * @param words what the mentee said in minutes that are not closed, and where the watch said it was, in canonical order
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
        List<SignalFrame> words,
        List<FrameId> heard,
        Contact contact,
        Learnt learnt) {

    public static final long NO_TIME = Long.MIN_VALUE;

    /**
     * What closed minutes have left behind.
     *
     * @param course of the likelihood, for where a rise began
     * @param recentEvidence evidence of the last known minutes, oldest first, for the reason why
     */
    public record Learnt(
            Tracks tracks,
            MotionGate gate,
            SleepTrack sleep,
            Baselines baselines,
            UsualEvidence usual,
            MacdEpisodes course,
            StretchTracker stretch,
            RiskMemory risk,
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
                    MacdEpisodes.START,
                    StretchTracker.START,
                    RiskMemory.NONE,
                    List.of());
        }

        Learnt with(StretchTracker now) {
            return new Learnt(tracks, gate, sleep, baselines, usual, course, now, risk, recentEvidence);
        }

        Learnt with(Baselines now) {
            return new Learnt(tracks, gate, sleep, now, usual, course, stretch, risk, recentEvidence);
        }

        /** With the sleep that a device told of, and the nights that it made known. */
        Learnt with(SleepTrack.Advance told) {
            return new Learnt(
                    tracks,
                    gate,
                    told.next(),
                    baselines,
                    usual,
                    course,
                    stretch,
                    risk.sleptThrough(told.nights()),
                    recentEvidence);
        }
    }

    public MenteeState {
        pending = List.copyOf(pending);
        words = List.copyOf(words);
        heard = List.copyOf(heard);
    }

    public static MenteeState start(MenteeId mentee, ZoneId zone) {
        return new MenteeState(
                mentee, zone, NO_TIME, NO_TIME, List.of(), List.of(), List.of(), Contact.UNKNOWN, Learnt.nothing());
    }

    /** The window under way, if there is one. */
    public StretchTracker stretch() {
        return learnt.stretch();
    }

    MenteeState withPending(List<SignalFrame> frames, long streamTime, long nextMinute) {
        return new MenteeState(mentee, zone, streamTime, nextMinute, frames, words, heard, contact, learnt);
    }

    MenteeState withMoment(List<FrameId> nowHeard, Contact nowContact) {
        return new MenteeState(mentee, zone, streamTimeMs, nextMinuteMs, pending, words, nowHeard, nowContact, learnt);
    }

    MenteeState withWords(List<SignalFrame> nowWords) {
        return new MenteeState(mentee, zone, streamTimeMs, nextMinuteMs, pending, nowWords, heard, contact, learnt);
    }

    MenteeState in(ZoneId nowZone) {
        return new MenteeState(mentee, nowZone, streamTimeMs, nextMinuteMs, pending, words, heard, contact, learnt);
    }

    MenteeState with(Learnt now) {
        return new MenteeState(mentee, zone, streamTimeMs, nextMinuteMs, pending, words, heard, contact, now);
    }
}
