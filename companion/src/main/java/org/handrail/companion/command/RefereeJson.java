package org.handrail.companion.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.companion.referee.HouseVerdict;
import org.handrail.companion.referee.Scoreboard;
import org.handrail.companion.referee.Scoreboard.Tally;
import org.handrail.companion.referee.Unknowable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The scoreboard for machines. Says nothing of how long it took, so that one seed gives the same bytes everywhere. */
final class RefereeJson {

    private RefereeJson() {}

    static void write(Scoreboard scores, Optional<HouseVerdict> house, Path file) {
        mapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json(scores, house));
    }

    static String text(Scoreboard scores, Optional<HouseVerdict> house) {
        return mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json(scores, house));
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder().build();
    }

    private static ObjectNode json(Scoreboard scores, Optional<HouseVerdict> house) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("seed", scores.seed());
        root.put("wearers", scores.wearers());
        root.put("weeks", scores.weeks());
        root.put("method", scores.method());
        put(root, scores.total());
        var reliability = root.putArray("reliability");
        scores.reliability()
                .forEach(bin -> reliability
                        .addArray()
                        .add(rounded(bin.predicted()))
                        .add(rounded(bin.observed()))
                        .add(bin.count()));
        var dispositions = root.putObject("dispositions");
        scores.byDisposition().forEach((disposition, tally) -> put(dispositions.putObject(word(disposition)), tally));
        house.ifPresent(verdict -> put(root.putObject("house"), verdict));
        return root;
    }

    private static void put(ObjectNode node, Tally tally) {
        node.put("wearer_weeks", rounded(tally.wearerWeeks()));
        node.put("found", tally.found());
        node.put("stretches", tally.stretches());
        node.putArray("found_ci")
                .add(rounded(tally.foundInterval().low()))
                .add(rounded(tally.foundInterval().high()));
        var delay = node.putObject("delay_s");
        tally.delay().ifPresent(known -> delay.put("median", known.medianS()).put("p95", known.p95S()));
        node.put("needless_prompts_per_week", rounded(tally.needlessPromptsPerWeek()));
        node.put("stale", tally.stale());
        node.put("lost", tally.lost());
        node.put("doubled", tally.doubled());
        node.put("budget_exceeded", tally.budgetExceeded());
        node.put("windows_per_week", rounded(tally.windowsPerWeek()));
        node.put("needless_windows_per_week", rounded(tally.needlessWindowsPerWeek()));
        node.put("decision_points_per_week", rounded(tally.decisionPointsPerWeek()));
        node.put("nudges_per_week", rounded(tally.nudgesPerWeek()));
        node.put("needless_nudges_per_week", rounded(tally.needlessNudgesPerWeek()));
        var quarters = node.putArray("nudges_per_week_by_quarter");
        tally.nudgesPerWeekByQuarter().forEach(nudges -> quarters.add(rounded(nudges)));
        node.putObject("prompts_per_week")
                .put("asked", rounded(tally.askedPromptsPerWeek()))
                .put("silence", rounded(tally.silencePromptsPerWeek()));
        node.put("prompts_after_easing", tally.promptsAfterEasing());
        node.putObject("held")
                .put("too_soon", tally.decided(Decision.HELD_AS_TOO_SOON))
                .put("over_budget", tally.decided(Decision.HELD_AS_OVER_BUDGET))
                .put("in_quiet_hours", tally.decided(Decision.HELD_IN_QUIET_HOURS))
                .put("not_worth_asking", tally.decided(Decision.NOT_WORTH_ASKING))
                .put("joined", tally.decided(Decision.JOINED))
                .put("history", tally.decided(Decision.HISTORY));
        node.put("unknown_share", rounded(tally.unknownShare()));
        node.putObject("cravings").put("found", tally.cravingsFound()).put("stretches", tally.cravings());
        var unknowable = node.putObject("unknowable");
        for (var reason : Unknowable.values()) {
            unknowable.put(word(reason), tally.unknowable().getOrDefault(reason, 0));
        }
    }

    private static void put(ObjectNode node, HouseVerdict verdict) {
        node.put("lives", verdict.lives());
        node.put("frames", verdict.frames());
        node.put("windows", verdict.windows());
        node.put("nudges", verdict.nudges());
        node.put("prompts", verdict.prompts());
        node.put("stale", verdict.stale());
        node.put("lost", verdict.lost());
        node.put("doubled", verdict.doubled());
        node.put("budget_exceeded", verdict.budgetExceeded());
        node.put("prompts_after_easing", verdict.promptsAfterEasing());
        var differences = node.putArray("differences");
        verdict.differences().forEach(differences::add);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
