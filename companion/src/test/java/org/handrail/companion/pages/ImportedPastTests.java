package org.handrail.companion.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.handrail.companion.InventedPast;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseClock;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.past.PastImport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A past that was brought along, as the clinician sees it. */
@Timeout(120)
class ImportedPastTests {

    private static final Instant EVENING = Instant.parse("2026-05-12T19:30:00Z");

    @TempDir
    private Path data;

    @Test
    void theTrendShowsTheDaysAndNightsBeforeSomebodyCame() throws InterruptedException {
        var setBack = Duration.between(EVENING, HouseClock.ofThisMachine().instant());
        try (var house = House.open(HouseSettings.onFreePorts(data).setBack(setBack))) {
            var people = Neighbours.moveInto(house, "imported-past");
            var trend = "/clinician/mentees/" + people.robin().id() + "?days=7";
            var lee = Visitor.signedIn(house.pagesUrl(), people.lee());
            var before = lee.get(trend).body();

            new PastImport(house, house.room(Clock.class))
                    .take(
                            people.robin(),
                            InventedPast.endingIn(EVENING.minus(Duration.ofHours(5)), 3),
                            () -> false,
                            share -> {});

            var after = lee.get(trend).body();
            assertThat(before).doesNotContain("as the watch staged it");
            assertThat(rowOf(after, "Mon 11 May")).contains("as the watch staged it", "/min", " ms");
            assertThat(rowOf(after, "Mon 11 May")).doesNotContain("0 h 0 min");
        }
    }

    private static String rowOf(String page, String day) {
        int from = page.indexOf(">" + day + "<");
        assertThat(from).as(day).isPositive();
        return page.substring(from, page.indexOf("</tr>", from));
    }
}
