package org.handrail.devicesim.scenario;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What is said of which days, as it stands in the file. */
record Plan(List<DayRule> rules) {

    static final Plan UNSAID = new Plan(List.of());

    Plan {
        rules = List.copyOf(rules);
    }

    /** All that is said of that date: the rule for fewer days goes before the rule for more. */
    Day on(LocalDate date) {
        return rules.stream()
                .filter(rule -> rule.when().covers(date))
                .sorted(Comparator.comparingInt(rule -> rule.when().width()))
                .map(DayRule::day)
                .reduce(Day.UNSAID, Day::over);
    }
}
