package org.handrail.analytics.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.handrail.analytics.SkinMinute;
import org.handrail.analytics.feature.MinuteFeatures;
import org.handrail.analytics.feature.MinuteFeatures.Extraction;
import org.handrail.analytics.feature.MinuteFeatures.Tracks;
import org.handrail.analytics.feature.skin.SkinTrack;
import org.handrail.analytics.quality.MinuteSamples;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Minute after minute of one wearer, the tracks carried on; after the last the wearer begins anew. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WearerMinute {

    private static final int MINUTES = 64;
    private static final long MINUTE_MS = 60_000;

    private final List<List<SignalFrame>> frames = new ArrayList<>();
    private final List<MinuteSamples> samples = new ArrayList<>();
    private long startMs;
    private int at;
    private Tracks tracks = Tracks.start();
    private SkinTrack skin = SkinTrack.start();

    @Setup
    public void invent() {
        List<SignalFrame> all = new InventedWearer(1).minutes(MINUTES);
        startMs = all.get(0).sampledAt().toEpochMilli();
        for (int i = 0; i < MINUTES; i++) {
            long fromMs = startMs + i * MINUTE_MS;
            long toMs = fromMs + MINUTE_MS;
            frames.add(all.stream()
                    .filter(frame -> frame.endsAt().toEpochMilli() > fromMs
                            && frame.sampledAt().toEpochMilli() < toMs)
                    .toList());
            samples.add(MinuteSamples.gather(fromMs, frames.get(i)));
        }
    }

    /** All figures of a minute from its samples, with the powers, entropy and shape of the five minutes. */
    @Benchmark
    public MinuteFeatures wearerMinute() {
        var extraction = extract();
        return extraction.withShape();
    }

    /** The same without these: what sums, skin and movement tell. */
    @Benchmark
    public MinuteFeatures timeDomainMinute() {
        return extract().features();
    }

    @Benchmark
    public SkinMinute edaMinute() {
        var minute = samples.get(next());
        var advance = skin.over(minute.startMs(), minute.of(StreamKind.SKIN_CONDUCTANCE), 33, OptionalLong.empty());
        skin = advance.next();
        return advance.minute();
    }

    /** A minute's samples out of its frames. */
    @Benchmark
    public MinuteSamples gatherMinute() {
        int minute = next();
        return MinuteSamples.gather(startMs + minute * MINUTE_MS, frames.get(minute));
    }

    private Extraction extract() {
        var extraction = MinuteFeatures.extract(samples.get(next()), Contact.WORN, tracks, false);
        tracks = extraction.next();
        return extraction;
    }

    private int next() {
        at = (at + 1) % MINUTES;
        if (at == 0) {
            tracks = Tracks.start();
            skin = SkinTrack.start();
        }
        return at;
    }
}
