package org.handrail.companion.pages;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.handrail.companion.house.House;
import org.handrail.companion.people.Person;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Four invented weeks as the analysis would have written them down: worn most days, off in the mornings, two days without
 * anything, and a strained stretch every third evening. Written to the tables, since four weeks of frames take a while.
 */
final class WornDays {

    private static final int DAYS = 28;
    private static final String WHY = """
            {"sentence":"Heart rate higher than usual for this hour and many small starts in the skin, while sitting still.",
             "terms":[{"feature":"HEART_RATE","deviation":2.6,"logOdds":1.31},
                      {"feature":"SKIN_RESPONSES","deviation":2.1,"logOdds":0.84},
                      {"feature":"LN_RMSSD","deviation":-1.4,"logOdds":0.42}],
             "missing":["skin-temperature"],"confidence":1,"method":"invented-1"}""";

    private final Person mentee;
    private final Instant now;
    private final ZoneId zone;
    private final Random random = new Random(17);
    private final List<Object[]> minutes = new ArrayList<>();
    private final List<Object[]> windows = new ArrayList<>();

    private WornDays(Person mentee, Instant now) {
        this.mentee = mentee;
        this.now = now;
        this.zone = mentee.zone();
    }

    static void of(Person mentee, Instant now, House house) {
        var worn = new WornDays(mentee, now);
        worn.live();
        var jdbc = house.room(JdbcTemplate.class);
        jdbc.batchUpdate("""
                INSERT INTO analytics.minute (mentee, start, state, heart_coverage, skin_coverage, heart_rate, rmssd,
                  skin_level, skin_responses, movement, likelihood, method)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'invented-1')""", worn.minutes);
        jdbc.batchUpdate("""
                INSERT INTO analytics.risk_window (id, mentee, start, opened_at, ended_at, ending, why, method)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, 'invented-1')""", worn.windows);
    }

    private void live() {
        var today = now.atZone(zone).toLocalDate();
        for (int ago = DAYS - 1; ago >= 0; ago--) {
            if (ago == 9 || ago == 10) {
                continue;
            }
            var midnight = today.minusDays(ago).atStartOfDay(zone).toInstant();
            var stretch = today.minusDays(ago).atTime(0, 45).atZone(zone).toInstant();
            boolean isHard = ago % 3 == 0;
            for (int minute = 0; minute < 1440; minute++) {
                var start = midnight.plus(minute, ChronoUnit.MINUTES);
                if (start.isBefore(now.minusSeconds(60))) {
                    var since = Duration.between(stretch, start).toMinutes();
                    boolean isStrained = isHard && since >= 0 && since < 40;
                    minute(start, minute, isStrained);
                }
            }
            if (isHard && stretch.isBefore(now)) {
                window(stretch, ago % 2 == 0 ? "EASED" : "UNKNOWN");
            }
        }
    }

    private void minute(Instant start, int ofDay, boolean isStrained) {
        boolean isOff = ofDay >= 140 && ofDay < 200 || ofDay >= 420 && ofDay < 560;
        boolean isMoving = !isStrained && ofDay >= 360 && random.nextInt(100) < 22;
        String state = isOff ? "NOT_WORN" : isMoving ? "MOVING" : isStrained ? "STRAINED" : "USUAL";
        boolean isNight = ofDay < 360;
        double rate = (isNight ? 56 : 71) + random.nextGaussian() * 3 + (isStrained ? 14 : 0);
        double skin = (isNight ? 1.2 : 2.4) + random.nextGaussian() * 0.2 + (isStrained ? 1.5 : 0);
        minutes.add(new Object[] {
            mentee.id(),
            Timestamp.from(start),
            state,
            isOff ? 0f : 0.95f,
            isOff ? 0f : 0.98f,
            isOff ? null : rate,
            isOff ? null : 42.0,
            isOff ? null : skin,
            isOff ? null : 2.0,
            0.01,
            isOff ? null : isStrained ? 0.8 : 0.2
        });
    }

    private void window(Instant start, String ending) {
        var opened = start.plus(10, ChronoUnit.MINUTES);
        var end = start.plus(40, ChronoUnit.MINUTES);
        windows.add(new Object[] {
            UUID.randomUUID(),
            mentee.id(),
            Timestamp.from(start),
            Timestamp.from(opened),
            end.isBefore(now) ? Timestamp.from(end) : null,
            end.isBefore(now) ? ending : null,
            WHY
        });
    }
}
