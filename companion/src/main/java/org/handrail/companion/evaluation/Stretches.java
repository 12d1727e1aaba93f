package org.handrail.companion.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.handrail.devicesim.recording.LabelledStretch;
import org.handrail.signals.TimeWindow;

/** Stress stretches found, and risk windows that opened at rest. Stress stretches that touch are one. */
final class Stretches {

    private static final double SECONDS_PER_HOUR = 3_600;

    private int count;
    private double restHours;
    private int falseWindows;
    private final List<Double> delaysS = new ArrayList<>();

    void add(JudgedSession sitting) {
        add(sitting.labels(), sitting.windows());
    }

    void add(List<LabelledStretch> labels, List<JudgedSession.Window> windows) {
        var stressed = joined(labels);
        count += stressed.size();
        for (var stretch : stressed) {
            windows.stream()
                    .filter(window -> !window.openedAt().isBefore(stretch.start())
                            && window.openedAt().isBefore(stretch.end().plus(Duration.ofMinutes(2)))
                            && window.span().overlaps(stretch))
                    .findFirst()
                    .ifPresent(window -> delaysS.add((double)
                            Duration.between(stretch.start(), window.openedAt()).toSeconds()));
        }
        var rests = labels.stream()
                .filter(label -> label.label().equals(JudgedMinute.REST))
                .map(LabelledStretch::window)
                .toList();
        rests.forEach(rest -> restHours += rest.length().toSeconds() / SECONDS_PER_HOUR);
        falseWindows += (int) windows.stream()
                .filter(window -> rests.stream().anyMatch(rest -> rest.contains(window.openedAt()))
                        && stressed.stream().noneMatch(stretch -> window.span().overlaps(stretch)))
                .count();
    }

    int count() {
        return count;
    }

    OptionalDouble recall() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) delaysS.size() / count);
    }

    OptionalDouble delayS(double share) {
        var sorted = delaysS.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(sorted[(int) Math.round(share * (sorted.length - 1))]);
    }

    OptionalDouble falseWindowsPerRestHour() {
        return restHours == 0 ? OptionalDouble.empty() : OptionalDouble.of(falseWindows / restHours);
    }

    private static List<TimeWindow> joined(List<LabelledStretch> labels) {
        var joined = new ArrayList<TimeWindow>();
        for (var label : labels) {
            if (!label.label().equals(JudgedMinute.STRESS)) {
                continue;
            }
            var window = label.window();
            int last = joined.size() - 1;
            if (last >= 0 && !window.start().isAfter(joined.get(last).end())) {
                joined.set(last, new TimeWindow(joined.get(last).start(), window.end()));
            } else {
                joined.add(window);
            }
        }
        return joined;
    }
}
