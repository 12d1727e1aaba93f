package org.handrail.devicesim.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.handrail.devicesim.BeatChannel;
import org.handrail.devicesim.RealData;
import org.handrail.devicesim.SampledChannel;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealRecordingsTests {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "stress-predict/raw/S03, stress-predict/compact/S03",
        "stress-exercise/raw/STRESS/S04, stress-exercise/compact/S04_STRESS",
        "stress-exercise/raw/AEROBIC/S04, stress-exercise/compact/S04_AEROBIC",
    })
    void rawAndCompactTellTheSameStory(String rawFolder, String compactFolder) {
        var raw = Recordings.read(RealData.folder(rawFolder));
        var compact = Recordings.read(RealData.folder(compactFolder));

        assertThat(raw.start()).isEqualTo(compact.start());
        assertThat(raw.labels()).isNotEmpty().isEqualTo(compact.labels());
        assertClose(raw, compact, StreamKind.HEART_RATE, 0.01);
        assertClose(raw, compact, StreamKind.SKIN_CONDUCTANCE, 0.000_06);
        assertClose(raw, compact, StreamKind.SKIN_TEMPERATURE, 0.001);
        assertClose(raw, compact, StreamKind.MOTION, 0.000_6);
        assertSameBeats(
                List.copyOf(beatTimes(raw).keySet()),
                List.copyOf(beatTimes(compact).keySet()));
    }

    @ParameterizedTest(name = "S{0}")
    @ValueSource(strings = {"03", "05", "11"})
    void beatTimesStayWithinAFewMillisecondsOfTheVendors(String subject) {
        Path folder = RealData.folder("stress-predict/raw/S" + subject);
        var beats = beatTimes(Recordings.read(folder));

        var vendor = NumberTable.read(folder.resolve("IBI.csv"));
        for (var row : vendor.subList(1, vendor.size())) {
            double vendorMs = row.number(0, "a time") * 1_000;
            var nearest = beats.floorEntry(Math.round(vendorMs) + 60);
            assertThat(nearest.getKey() + 0.0).isCloseTo(vendorMs, Offset.offset(60.0));
            assertThat(nearest.getValue() + 0.0).isCloseTo(row.number(1, "an interval") * 1_000, Offset.offset(0.5));
        }
        assertThat(beats).hasSize(vendor.size() - 1);
    }

    @Test
    void everySessionOfBothStudiesCanBeRead() {
        for (String study : new String[] {"stress-predict", "stress-exercise"}) {
            Path compact = RealData.folder(study + "/compact");
            for (var row : NumberTable.below(compact.resolve("sessions.csv"), "subject", "session", "folder")) {
                var recording = Recordings.read(compact.resolve(row.text(2, "a folder")));
                assertThat(recording.labels()).as(row.text(2, "a folder")).isNotEmpty();
                assertThat(recording.start()).isAfter(Instant.EPOCH);
                assertThat(recording.channel(StreamKind.SKIN_CONDUCTANCE)).isPresent();
            }
        }
    }

    private static void assertClose(Recording raw, Recording compact, StreamKind stream, double within) {
        var left = (SampledChannel) raw.channel(stream).orElseThrow();
        var right = (SampledChannel) compact.channel(stream).orElseThrow();
        assertThat(left.start()).as(stream + " starts").isEqualTo(right.start());
        int shared = Math.min(left.ticks().size(), right.ticks().size());
        assertThat(shared)
                .isGreaterThan(Math.max(left.ticks().size(), right.ticks().size()) * 98 / 100);
        int apart = 0;
        for (int i = 0; i < shared; i++) {
            boolean bothMissing = Double.isNaN(left.valueAt(i)) && Double.isNaN(right.valueAt(i));
            apart += bothMissing || Math.abs(left.valueAt(i) - right.valueAt(i)) <= within ? 0 : 1;
        }
        assertThat(apart).as(stream + " samples apart").isZero();
    }

    /** The compact tables are rounded, so a beat may come a millisecond or two apart. */
    private static void assertSameBeats(List<Long> raw, List<Long> compact) {
        assertThat(raw).hasSizeGreaterThan(500).hasSameSizeAs(compact);
        for (int i = 0; i < raw.size(); i++) {
            assertThat(raw.get(i)).isCloseTo(compact.get(i), Offset.offset(20L));
        }
    }

    /** Each interval by the ms at which its beat came. */
    private static TreeMap<Long, Integer> beatTimes(Recording recording) {
        var beats = (BeatChannel) recording.channel(StreamKind.BEATS).orElseThrow();
        var times = new TreeMap<Long, Integer>();
        long at = 0;
        for (int entry : beats.entries().toArray()) {
            at += Math.abs(entry);
            if (entry > 0) {
                times.put(at, entry);
            }
        }
        return times;
    }
}
