package org.handrail.devicesim.scenario;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handrail.devicesim.physiology.Traits;
import org.handrail.signals.Answer;
import org.handrail.signals.StreamKind;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads one person of a scenario. */
final class PersonaReader {

    private static final List<String> KEYS = List.of("name", "zone", "traits", "senses", "answers", "plan", "faults");
    private static final Form<Duration> FAULT_LENGTH = Forms.length("1 min", "672 h");
    private static final Form<Duration> ANSWER_AFTER = Forms.length("0 s", "30 min");

    private final Complaints complaints;
    private final Optional<Dates> dates;

    /** @param dates of the scenario; empty where the file has them wrong, and then no date is held against them */
    PersonaReader(Complaints complaints, Optional<Dates> dates) {
        this.complaints = complaints;
        this.dates = dates;
    }

    Persona read(Node node) {
        var section = Section.of(node, "a person", KEYS, complaints);
        ZoneId zone = section.needed("zone", Forms.ZONE, ZoneOffset.UTC);
        return new Persona(
                section.needed("name", Forms.TEXT, ""),
                zone,
                section.find("traits").map(this::traits).orElseGet(Traits::typical),
                streams(section),
                section.find("answers").map(this::answers).orElseGet(Answering.Never::new),
                section.find("plan")
                        .map(plan -> new PlanReader(complaints, dates, zone).read(plan))
                        .orElse(Plan.UNSAID),
                section.nodes("faults").orElse(List.of()).stream()
                        .map(this::fault)
                        .toList());
    }

    private Traits traits(Node node) {
        var usual = Traits.typical();
        var section = Section.of(
                node,
                "traits",
                List.of(
                        "heart rate",
                        "heart rate swing",
                        "rmssd",
                        "breaths",
                        "skin conductance",
                        "skin responses",
                        "skin temperature"),
                complaints);
        return new Traits(
                section.find("heart rate", Forms.number(40, 110)).orElse(usual.heartRate()),
                section.find("heart rate swing", Forms.number(0, 12)).orElse(usual.heartRateSwing()),
                section.find("rmssd", Forms.number(6, 150)).orElse(usual.rmssdMs()),
                section.find("breaths", Forms.number(6, 24)).orElse(usual.breathsPerMinute()),
                section.find("skin conductance", Forms.number(0.05, 20)).orElse(usual.conductance()),
                section.find("skin responses", Forms.number(0, 12)).orElse(usual.responsesPerMinute()),
                section.find("skin temperature", Forms.number(25, 37)).orElse(usual.skinTemperature()));
    }

    /** The device tells of itself and of nights whatever it senses. */
    private static Set<StreamKind> streams(Section section) {
        var sensed = new LinkedHashMap<String, StreamKind>();
        Arrays.stream(StreamKind.values())
                .filter(StreamKind::isSensor)
                .filter(stream -> stream != StreamKind.STEPS)
                .forEach(stream -> sensed.put(stream.topicName().replace('-', ' '), stream));
        var streams = EnumSet.of(StreamKind.SLEEP, StreamKind.DEVICE_STATUS);
        streams.addAll(section.several("senses", Forms.oneOf(sensed)).orElseGet(() -> List.copyOf(sensed.values())));
        return streams;
    }

    private Answering answers(Node node) {
        if (node instanceof ScalarNode word && word.getValue().equals("never")) {
            return new Answering.Never();
        }
        if (!(node instanceof MappingNode)) {
            complaints.at(node, "'answers' is expected to be never, or 'says' and 'after'");
            return new Answering.Never();
        }
        var section = Section.of(node, "answers", List.of("says", "after"), complaints);
        var choices = new LinkedHashMap<String, Answer.Choice>();
        choices.put("okay", Answer.Choice.OKAY);
        choices.put("rough", Answer.Choice.ROUGH);
        choices.put("reach out", Answer.Choice.REACH_OUT);
        return new Answering.Always(
                section.needed("says", Forms.oneOf(choices), Answer.Choice.OKAY),
                section.needed("after", ANSWER_AFTER, Duration.ZERO));
    }

    private static Form<LocalDateTime> within(Dates dates) {
        var form = Forms.DATE_AND_TIME;
        return new Form<>(
                form.expected() + ", with " + dates.expected(),
                text -> form.read(text).filter(instant -> dates.contains(instant.toLocalDate())));
    }

    private PlannedFault fault(Node node) {
        Map<String, FaultKind> kinds = new LinkedHashMap<>();
        Arrays.stream(FaultKind.values()).forEach(kind -> kinds.put(kind.words(), kind));
        var section = Section.of(node, "a fault", List.of("what", "from", "for"), complaints);
        var from = section.needed(
                "from", dates.map(PersonaReader::within).orElse(Forms.DATE_AND_TIME), LocalDate.EPOCH.atStartOfDay());
        return new PlannedFault(
                section.needed("what", Forms.oneOf(kinds), FaultKind.NOT_WORN),
                from,
                section.needed("for", FAULT_LENGTH, Duration.ofMinutes(1)));
    }
}
