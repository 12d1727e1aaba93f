package org.handrail.analytics.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.handrail.analytics.episode.MacdEpisodes.Kind;
import org.handrail.analytics.episode.MacdEpisodes.Turn;
import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MacdEpisodesTests {

    /** By the numbers that the authors' program gives them. */
    private static final List<Kind> KINDS =
            List.of(Kind.NOT_STRESSED, Kind.NOT_STRESSED, Kind.STRESSED, Kind.UNKNOWN, Kind.NOT_CLASSIFIED);

    @Test
    void turnsWhereTheAuthorsProgramTurnsOnInventedMinutesWithGaps() {
        follows(Golden.invented("syn_macd.json").get("synthetic_600min_with_gaps"));
    }

    @Test
    void turnsWhereTheAuthorsProgramTurnsOnItsOwnTestSeries() {
        follows(Golden.recorded("macd_md2k_java.json").get("md2k_unit_test_103min"));
    }

    @Test
    void aLongStandstillDoesNotGrow() {
        var episodes = MacdEpisodes.START;
        for (int minute = 0; minute < 2_000; minute++) {
            episodes = episodes.over(0.2).next();
        }
        assertThat(episodes.curve()).hasSizeLessThanOrEqualTo(240);
    }

    private static void follows(JsonNode golden) {
        var likelihoods = Golden.doubles(golden.get("p_per_minute"));
        var reference = golden.get("java_reference");
        var trace = reference.get("trace_smoothed_fast_slow_signal_hist");
        var episodes = MacdEpisodes.START;
        var peaks = new ArrayList<List<Object>>();
        var ends = new ArrayList<List<Object>>();
        for (int minute = 0; minute < likelihoods.length; minute++) {
            var advance = episodes.over(likelihoods[minute]);
            episodes = advance.next();
            advance.turn().ifPresent(turn -> {
                if (turn instanceof Turn.Peaked peak) {
                    peaks.add(List.of(peak.peak(), peak.kind()));
                } else if (turn instanceof Turn.Ended end) {
                    ends.add(List.of(end.start(), end.peak(), end.end(), end.kind()));
                }
            });
            if (!trace.get(minute).isNull()) {
                var now = episodes.last().orElseThrow();
                assertThat(new double[] {now.smoothed(), now.fast(), now.slow(), now.signal(), now.histogram()})
                        .as("minute %d", minute)
                        .containsExactly(Golden.doubles(trace.get(minute)), within(1e-9));
            }
        }
        assertThat(peaks).isEqualTo(rows(reference.get("classification_at_peak"), 1, 2));
        assertThat(ends).isEqualTo(rows(reference.get("full_episode"), 1, 2, 3, 4));
    }

    /** The last column is the kind. */
    private static List<List<Object>> rows(JsonNode table, int... columns) {
        var rows = new ArrayList<List<Object>>();
        for (var row : table) {
            var cells = new ArrayList<Object>();
            for (int i = 0; i < columns.length - 1; i++) {
                cells.add((int) row.get(columns[i]).asDouble());
            }
            cells.add(KINDS.get(row.get(columns[columns.length - 1]).asInt()));
            rows.add(cells);
        }
        return rows;
    }
}
