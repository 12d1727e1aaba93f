package org.handrail.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.signals.DataPointDocuments.bytes;
import static org.handrail.signals.DataPointDocuments.list;
import static org.handrail.signals.DataPointDocuments.named;
import static org.handrail.signals.DataPointDocuments.with;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.handrail.signals.FrameCodec.Format;
import org.handrail.signals.Sleep.Phase;
import org.handrail.signals.Sleep.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DataPointCodecTests {

    private static final DeviceId DEVICE = new DeviceId("dev-0001");

    static Stream<Arguments> documents() {
        return Stream.of(
                row(
                        "omh-heart-rate-2.0",
                        StreamKind.HEART_RATE,
                        "2026-11-20T21:40:00Z",
                        Series.of(Duration.ofSeconds(1), 0.001, 71.5)),
                row(
                        "omh-heart-rate-1.0",
                        StreamKind.HEART_RATE,
                        "2026-11-20T21:39:00Z",
                        Series.of(Duration.ofMinutes(1), 0.001, 72)),
                row(
                        "ieee-heart-rate",
                        StreamKind.HEART_RATE,
                        "2026-11-20T21:40:00Z",
                        Series.of(Duration.ofSeconds(1), 0.001, 67.5)),
                row("omh-rr-interval", StreamKind.BEATS, "2026-11-20T21:40:00Z", Beats.of(812)),
                row("ieee-rr-interval", StreamKind.BEATS, "2026-11-20T21:40:00Z", Beats.of(800)),
                row(
                        "omh-step-count-2.0",
                        StreamKind.STEPS,
                        "2026-11-20T21:39:00Z",
                        Series.of(Duration.ofMinutes(1), 1, 94)),
                row(
                        "omh-step-count-3.0",
                        StreamKind.STEPS,
                        "2026-11-20T20:40:00Z",
                        Series.of(Duration.ofHours(1), 1, 2_400)),
                row(
                        "omh-sleep-episode",
                        StreamKind.SLEEP,
                        "2026-11-19T22:35:00Z",
                        new Sleep(List.of(
                                new Phase(Stage.ASLEEP, Duration.ofMinutes(510)),
                                new Phase(Stage.AWAKE, Duration.ofMinutes(30))))),
                row(
                        "ieee-sleep-episode",
                        StreamKind.SLEEP,
                        "2026-11-19T22:35:00Z",
                        new Sleep(List.of(
                                new Phase(Stage.ASLEEP, Duration.ofMinutes(460)),
                                new Phase(Stage.AWAKE, Duration.ofMinutes(20))))));
    }

    private static Arguments row(String document, StreamKind stream, String sampledAt, FrameContent content) {
        return arguments(document, stream, Instant.parse(sampledAt), content);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void eachDataPointBecomesOneFrame(String document, StreamKind stream, Instant sampledAt, FrameContent content) {
        var frame = accepted(named(document));

        assertThat(frame.stream()).isEqualTo(stream);
        assertThat(frame.sampledAt()).isEqualTo(sampledAt);
        assertThat(frame.content()).isEqualTo(content);
        assertThat(frame.id().device()).isEqualTo(DEVICE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void whatTheArchiveKeepsOfItComesBackAsItWas(
            String document, StreamKind stream, Instant sampledAt, FrameContent content) {
        byte[] kept = FrameCodec.encode(accepted(named(document)), Format.CBOR);

        assertThat(FrameCodec.decodeContent(stream, kept)).contains(content);
    }

    @Test
    void theTopicOfDataPointsLeadsHere() {
        assertThat(FrameCodec.decode(DEVICE, "data-point", named("ieee-heart-rate")))
                .isEqualTo(new Decoded.Accepted(accepted(named("ieee-heart-rate"))));
    }

    @Test
    void aDataPointIsJsonAndNeverCbor() {
        var cbor = FrameCodec.mapper(Format.CBOR)
                .writeValueAsBytes(FrameCodec.mapper(Format.JSON).readTree(named("omh-rr-interval")));

        assertThat(refused(cbor).reason()).isEqualTo(RefusalReason.MALFORMED);
    }

    @Test
    void theSameIdIsTheSameFrameAndNeverOneThatTheDeviceCounted() {
        var first = accepted(named("ieee-heart-rate"));
        var inCapitals = accepted(with("ieee-heart-rate", "/header/uuid", "\"3F0E6C1A-0000-4000-8000-000000000003\""));
        var other = accepted(with("ieee-heart-rate", "/header/uuid", "\"3f0e6c1a-0000-4000-8000-000000000030\""));

        assertThat(inCapitals.id()).isEqualTo(first.id());
        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(Stream.of(first, other)).noneMatch(frame -> frame.id().isCounted());
    }

    @ParameterizedTest(name = "{0}: {1} = {2}")
    @CsvSource(delimiter = '|', textBlock = """
            omh-heart-rate-2.0 | /header                       | -                    | /header                       | MALFORMED
            omh-heart-rate-2.0 | /body                         | []                   | /body                         | MALFORMED
            omh-heart-rate-2.0 | /header/id                    | -                    | /header                       | MALFORMED
            omh-heart-rate-2.0 | /header/id                    | ""                   | /header/id                    | MALFORMED
            omh-heart-rate-2.0 | /header/uuid                  | "x"                  | /header                       | MALFORMED
            omh-heart-rate-2.0 | /header/creation_date_time    | -                    | /header/creation_date_time    | MALFORMED
            omh-heart-rate-2.0 | /header/acquisition_provenance/modality | "guessed"  | /header/acquisition_provenance/modality | MALFORMED
            omh-heart-rate-2.0 | /header/acquisition_provenance/source_name | -        | /header/acquisition_provenance/source_name | MALFORMED
            ieee-heart-rate    | /header/uuid                  | "not-a-uuid"         | /header/uuid                  | MALFORMED
            ieee-heart-rate    | /header/source_creation_date_time | -                | /header/source_creation_date_time | MALFORMED
            ieee-heart-rate    | /header/external_datasheets   | {}                   | /header/external_datasheets   | MALFORMED
            ieee-heart-rate    | /header/schema_id             | -                    | /header/schema_id             | MALFORMED
            ieee-heart-rate    | /header/schema_id/namespace   | "ieee"               | /header/schema_id             | UNKNOWN_STREAM
            ieee-heart-rate    | /header/schema_id/namespace   | 7                    | /header/schema_id/namespace   | MALFORMED
            ieee-heart-rate    | /header/schema_id/name        | "blood-glucose"      | /header/schema_id             | UNKNOWN_STREAM
            ieee-heart-rate    | /header/schema_id/version     | "3.0"                | /header/schema_id/version     | UNKNOWN_VERSION
            ieee-heart-rate    | /header/schema_id/version     | 2.0                  | /header/schema_id/version     | MALFORMED
            omh-heart-rate-2.0 | /body/heart_rate              | -                    | /body/heart_rate              | MALFORMED
            omh-heart-rate-2.0 | /body/heart_rate              | 71                   | /body/heart_rate              | MALFORMED
            omh-heart-rate-2.0 | /body/heart_rate/unit         | "Hz"                 | /body/heart_rate/unit         | MALFORMED
            omh-heart-rate-2.0 | /body/heart_rate/unit         | -                    | /body/heart_rate/unit         | MALFORMED
            omh-heart-rate-2.0 | /body/heart_rate/value        | "71"                 | /body/heart_rate/value        | MALFORMED
            omh-heart-rate-2.0 | /body/heart_rate/value        | 1e300                | /body/heart_rate/value        | MALFORMED
            omh-heart-rate-2.0 | /body/descriptive_statistic   | "minimum"            | /body/descriptive_statistic   | MALFORMED
            omh-heart-rate-2.0 | /body/descriptive_statistic   | null                 | /body/descriptive_statistic   | MALFORMED
            omh-heart-rate-2.0 | /body/temporal_relationship_to_sleep | "snoring"     | /body/temporal_relationship_to_sleep | MALFORMED
            omh-heart-rate-2.0 | /body/effective_time_frame    | -                    | /body/effective_time_frame    | MALFORMED
            omh-heart-rate-2.0 | /body/effective_time_frame    | {}                   | /body/effective_time_frame    | MALFORMED
            omh-heart-rate-2.0 | /body/effective_time_frame/time_interval | {}        | /body/effective_time_frame    | MALFORMED
            omh-heart-rate-2.0 | /body/effective_time_frame/date_time | "2026-11-20T21:40:00" | /body/effective_time_frame/date_time | MALFORMED
            omh-heart-rate-2.0 | /body/effective_time_frame/date_time | "2026-11-20"  | /body/effective_time_frame/date_time | MALFORMED
            omh-heart-rate-2.0 | /body/effective_time_frame/date_time | "2026-02-30T21:40:00Z" | /body/effective_time_frame/date_time | MALFORMED
            omh-heart-rate-2.0 | /body/effective_time_frame/date_time | "1969-11-20T21:40:00Z" | /body/effective_time_frame/date_time | MALFORMED
            omh-heart-rate-2.0 | /body/effective_time_frame/date_time | 1795210800000 | /body/effective_time_frame/date_time | MALFORMED
            omh-heart-rate-1.0 | /body/effective_time_frame/time_interval | {"date":"2026-11-20","part_of_day":"morning"} | /body/effective_time_frame/time_interval | MALFORMED
            omh-heart-rate-1.0 | /body/effective_time_frame/time_interval/end_date_time | "2026-11-20T21:40:00Z" | /body/effective_time_frame/time_interval | MALFORMED
            omh-heart-rate-1.0 | /body/effective_time_frame/time_interval/duration | - | /body/effective_time_frame/time_interval | MALFORMED
            omh-heart-rate-1.0 | /body/effective_time_frame/time_interval/duration/unit | "s" | /body/effective_time_frame/time_interval/duration/unit | MALFORMED
            omh-heart-rate-1.0 | /body/effective_time_frame/time_interval/duration/unit | "Mo" | /body/effective_time_frame/time_interval/duration/unit | MALFORMED
            omh-heart-rate-1.0 | /body/effective_time_frame/time_interval/duration/value | -1 | /body/effective_time_frame/time_interval/duration/value | MALFORMED
            omh-heart-rate-1.0 | /body/effective_time_frame/time_interval/duration/value | 0 | /body/effective_time_frame/time_interval | MALFORMED
            omh-heart-rate-1.0 | /body/effective_time_frame/time_interval/duration/value | 61 | /body/effective_time_frame/time_interval | MALFORMED
            omh-rr-interval    | /body/rr_interval/unit        | "sec"                | /body/rr_interval/unit        | MALFORMED
            omh-rr-interval    | /body/rr_interval/value       | 0                    | /body/rr_interval/value       | MALFORMED
            omh-rr-interval    | /body/descriptive_statistic   | "average"            | /body/descriptive_statistic   | MALFORMED
            ieee-rr-interval   | /body/effective_time_frame/time_interval/end_date_time | "2026-11-20T21:41:00Z" | /body/effective_time_frame/time_interval | MALFORMED
            ieee-rr-interval   | /body/effective_time_frame/time_interval/end_date_time | "2026-11-20T21:39:00Z" | /body/effective_time_frame/time_interval | MALFORMED
            omh-step-count-2.0 | /body/step_count              | {"value":1,"unit":"steps"} | /body/step_count        | MALFORMED
            omh-step-count-2.0 | /body/step_count              | 1.5                  | /body/step_count              | MALFORMED
            omh-step-count-2.0 | /body/descriptive_statistic   | "sum"                | /body/descriptive_statistic   | MALFORMED
            omh-step-count-2.0 | /body/descriptive_statistic_denominator | "d"        | /body/descriptive_statistic_denominator | MALFORMED
            omh-step-count-2.0 | /body/effective_time_frame    | {"date_time":"2026-11-20T21:40:00Z"} | /body/effective_time_frame/date_time | MALFORMED
            omh-step-count-3.0 | /body/step_count              | 94                   | /body/step_count              | MALFORMED
            omh-step-count-3.0 | /body/step_count/unit         | "paces"              | /body/step_count/unit         | MALFORMED
            omh-step-count-3.0 | /body/step_count/value        | -1                   | /body/step_count/value        | MALFORMED
            omh-step-count-3.0 | /body/effective_time_frame/time_interval/start_date_time | "2026-11-19T21:40:00Z" | /body/effective_time_frame/time_interval | MALFORMED
            omh-sleep-episode  | /body/effective_time_frame/time_interval/duration/value | 25 | /body/effective_time_frame/time_interval | MALFORMED
            omh-sleep-episode  | /body/effective_time_frame/time_interval/duration | {"value":1,"unit":"ms"} | /body/effective_time_frame/time_interval | MALFORMED
            omh-sleep-episode  | /body/total_sleep_time/value  | 9.5                  | /body/total_sleep_time        | MALFORMED
            omh-sleep-episode  | /body/wake_after_sleep_onset  | {"value":9,"unit":"h"} | /body/wake_after_sleep_onset | MALFORMED
            omh-sleep-episode  | /body/number_of_awakenings    | 1.5                  | /body/number_of_awakenings    | MALFORMED
            omh-sleep-episode  | /body/is_main_sleep           | "yes"                | /body/is_main_sleep           | MALFORMED
            omh-sleep-episode  | /body/latency_to_arising/unit | "minutes"            | /body/latency_to_arising/unit | MALFORMED
            omh-sleep-episode  | /body/descriptive_statistic   | "average"            | /body/descriptive_statistic   | MALFORMED
            ieee-sleep-episode | /body/sleep_efficiency_percentage/unit | "1"         | /body/sleep_efficiency_percentage/unit | MALFORMED
            ieee-sleep-episode | /header/schema_id/version     | "1.1"                | /header/schema_id/version     | UNKNOWN_VERSION
            """)
    void whatIsNotSaidAsTheSchemaSaysIsRefusedAtItsField(
            String document, String changed, String value, String pointer, RefusalReason reason) {
        assertThat(DataPointCodec.decodeAll(DEVICE, with(document, changed, value)))
                .isInstanceOfSatisfying(
                        DataPoints.Refused.class,
                        refused -> assertThat(refused.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo(pointer);
                            assertThat(fault.reason()).isEqualTo(reason);
                        }));
        assertThat(refused(with(document, changed, value)).detail()).startsWith(pointer + " ");
    }

    @Test
    void anEpisodeThatTellsNothingOfWakingIsAllSleep() {
        var silent = with("ieee-sleep-episode", "/body/wake_after_sleep_onset", "-");

        assertThat(accepted(silent).content())
                .isEqualTo(new Sleep(List.of(new Phase(Stage.ASLEEP, Duration.ofHours(8)))));
    }

    @Test
    void everyFaultyDataPointOfAListIsPointedAt() {
        var document = list(
                with("omh-heart-rate-2.0", "/body/heart_rate/unit", "\"Hz\""),
                named("omh-rr-interval"),
                with("omh-step-count-3.0", "/header/schema_id/version", "\"9.0\""));

        assertThat(DataPointCodec.decodeAll(DEVICE, document))
                .isInstanceOfSatisfying(
                        DataPoints.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(DataPoints.Fault::pointer)
                                .containsExactly("/0/body/heart_rate/unit", "/2/header/schema_id/version"));
    }

    @Test
    void aListBecomesItsFramesInTheirOrder() {
        assertThat(DataPointCodec.decodeAll(DEVICE, list(named("omh-rr-interval"), named("ieee-sleep-episode"))))
                .isEqualTo(new DataPoints.Accepted(
                        List.of(accepted(named("omh-rr-interval")), accepted(named("ieee-sleep-episode"))), true));
    }

    @Test
    void oneIdMayComeTwiceButNotForTwoDifferentDataPoints() {
        var point = named("omh-rr-interval");
        var other = with("omh-rr-interval", "/body/rr_interval/value", "900");

        assertThat(DataPointCodec.decodeAll(DEVICE, list(point, point))).isInstanceOf(DataPoints.Accepted.class);
        assertThat(DataPointCodec.decodeAll(DEVICE, list(point, other)))
                .isInstanceOfSatisfying(
                        DataPoints.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(DataPoints.Fault::pointer)
                                .containsExactly("/1/header"));
    }

    static Stream<Arguments> documentsThatAreNone() {
        return Stream.of(
                arguments("nothing", bytes("")),
                arguments("half a document", bytes("{\"header\":")),
                arguments("two documents", bytes("{}{}")),
                arguments("an empty list", bytes("[]")),
                arguments("a list in a list", bytes("[[]]")),
                arguments("a number", bytes("7")),
                arguments("a field twice", bytes("{\"header\":{},\"header\":{}}")),
                arguments("too deep", bytes("[".repeat(20) + "]".repeat(20))),
                arguments("too many", bytes("[" + String.join(",", Collections.nCopies(1_001, "1")) + "]")),
                arguments("too large", new byte[DataPointCodec.MAX_BYTES + 1]),
                arguments("a number of a thousand digits", bytes("{\"header\":" + "9".repeat(1_000) + "}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documentsThatAreNone")
    void whatIsNoDocumentIsRefused(String label, byte[] document) {
        assertThat(DataPointCodec.decodeAll(DEVICE, document)).isInstanceOf(DataPoints.Refused.class);
        assertThat(DataPointCodec.decode(DEVICE, document)).isInstanceOf(Decoded.Refused.class);
    }

    @Test
    void anIdWithHalfACharacterIsRefusedSinceAllHalvesHashAlike() {
        var document = new String(named("omh-rr-interval"), StandardCharsets.UTF_8)
                .replaceFirst("\"id\": \"[^\"]*\"", "\"id\": \"\\\\ud800\"");

        assertThat(refused(bytes(document)).detail()).startsWith("/header/id ");
    }

    @Test
    void aRefusalNeverQuotesWhatWasSent() {
        var document = with("omh-heart-rate-2.0", "/body/heart_rate/unit", "\"secret\"");

        assertThat(refused(document).detail()).doesNotContain("secret");
    }

    private static SignalFrame accepted(byte[] document) {
        var decoded = DataPointCodec.decode(DEVICE, document);
        assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
        return ((Decoded.Accepted) decoded).frame();
    }

    private static Decoded.Refused refused(byte[] document) {
        var decoded = DataPointCodec.decode(DEVICE, document);
        assertThat(decoded).isInstanceOf(Decoded.Refused.class);
        return (Decoded.Refused) decoded;
    }
}
