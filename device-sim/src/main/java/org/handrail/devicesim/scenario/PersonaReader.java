package org.handrail.devicesim.scenario;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handrail.devicesim.physiology.Disposition;
import org.handrail.devicesim.physiology.Traits;
import org.handrail.signals.Answer;
import org.handrail.signals.StreamKind;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads one person of a scenario. */
final class PersonaReader {

    private static final List<String> KEYS =
            List.of("name", "zone", "disposition", "traits", "senses", "answers", "plan", "faults");
    private static final Form<Duration> ANSWER_AFTER = Forms.length("0 s", "30 min");

    private static final Map<String, Disposition> DISPOSITIONS = Words.of(Disposition.values());

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
        var faults = new FaultReader(complaints, dates, zone);
        return new Persona(
                section.needed("name", Forms.TEXT, ""),
                zone,
                traits(section),
                streams(section),
                section.find("answers").map(this::answers).orElseGet(Answering.Never::new),
                section.find("plan")
                        .map(plan -> new PlanReader(complaints, dates, zone).read(plan))
                        .orElse(Plan.UNSAID),
                section.nodes("faults").orElse(List.of()).stream()
                        .flatMap(fault -> faults.read(fault).stream())
                        .toList());
    }

    /** What is said of single traits goes before what the disposition makes of somebody typical. */
    private Traits traits(Section person) {
        var disposition = person.find("disposition", Forms.oneOf(DISPOSITIONS)).orElse(Disposition.TYPICAL);
        var usual = disposition.of(Traits.typical());
        return person.find("traits").map(said -> traits(said, usual)).orElse(usual);
    }

    private Traits traits(Node node, Traits usual) {
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
                        "skin temperature",
                        "unrest",
                        "naps a week",
                        "craving"),
                complaints);
        return new Traits(
                section.find("heart rate", Forms.number(40, 110)).orElse(usual.heartRate()),
                section.find("heart rate swing", Forms.number(0, 12)).orElse(usual.heartRateSwing()),
                section.find("rmssd", Forms.number(6, 150)).orElse(usual.rmssdMs()),
                section.find("breaths", Forms.number(6, 24)).orElse(usual.breathsPerMinute()),
                section.find("skin conductance", Forms.number(0.05, 20)).orElse(usual.conductance()),
                section.find("skin responses", Forms.number(0, 12)).orElse(usual.responsesPerMinute()),
                section.find("skin temperature", Forms.number(25, 37)).orElse(usual.skinTemperature()),
                usual.rhythm(),
                usual.rota(),
                section.find("unrest", Forms.number(0, 1)).orElse(usual.unrest()),
                section.find("naps a week", Forms.number(0, 7)).orElse(usual.napsPerWeek()),
                section.find("craving", Forms.number(0, 10)).orElse(usual.craving()),
                usual.hoursLate());
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
}
