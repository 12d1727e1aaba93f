package org.handrail.companion.evaluation;

import java.util.List;
import org.handrail.devicesim.recording.Study;

/** Those of one study. */
record Sittings(String study, List<Sitting> all) {

    Sittings {
        all = List.copyOf(all);
    }

    static Sittings of(Study study) {
        return new Sittings(
                study.name(),
                study.sessions().stream()
                        .map(session -> new Sitting(
                                session.subject(), session.recording().get()))
                        .toList());
    }

    List<String> subjects() {
        return all.stream().map(Sitting::subject).distinct().toList();
    }

    Sittings without(String subject) {
        return new Sittings(
                study,
                all.stream()
                        .filter(sitting -> !sitting.subject().equals(subject))
                        .toList());
    }
}
