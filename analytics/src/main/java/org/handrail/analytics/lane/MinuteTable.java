package org.handrail.analytics.lane;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.handrail.analytics.BandPowers;
import org.handrail.analytics.HeartMinute;
import org.handrail.analytics.HeartVariability;
import org.handrail.analytics.HeartVariability.Scatter;
import org.handrail.analytics.HeartVariability.Shape;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.MinuteState;
import org.handrail.analytics.Rhythm;
import org.handrail.analytics.RiskScore;
import org.handrail.analytics.SkinEvidence;
import org.handrail.analytics.SkinMinute;
import org.handrail.analytics.StreamMean;
import org.handrail.analytics.Wear;
import org.handrail.analytics.detection.RiskMethod;
import org.handrail.signals.MenteeId;
import org.jspecify.annotations.Nullable;

/** A closed minute as a row of {@code analytics.minute}. NaN is null there and comes back as NaN. */
final class MinuteTable {

    private static final List<String> COLUMNS = List.of(
            "mentee",
            "start",
            "method",
            "state",
            "wear",
            "rhythm",
            "five_minute_rhythm",
            "skin_evidence",
            "skin_excluded",
            "heart_coverage",
            "heart_quality",
            "heart_rate",
            "rmssd",
            "pnn20",
            "skin_coverage",
            "skin_level",
            "skin_mean",
            "skin_slope",
            "skin_responses",
            "skin_amplitude",
            "skin_half_recovery",
            "movement",
            "movement_coverage",
            "temperature",
            "temperature_coverage",
            "likelihood",
            "evidence",
            "risk",
            "risk_terms",
            "five_minute_coverage",
            "five_minute_heart_rate",
            "five_minute_rmssd",
            "five_minute_sdnn",
            "five_minute_sdsd",
            "five_minute_pnn20",
            "five_minute_pnn50",
            "five_minute_sd1",
            "five_minute_sd2",
            "five_minute_cvsd",
            "five_minute_triangular_index",
            "five_minute_stress_index",
            "five_minute_vlf",
            "five_minute_lf",
            "five_minute_hf",
            "five_minute_sample_entropy",
            "five_minute_dfa_alpha1");

    private static final Set<String> JSON = Set.of("evidence", "risk_terms");

    static final String INSERT = "INSERT INTO analytics.minute (" + String.join(", ", COLUMNS) + ") VALUES ("
            + COLUMNS.stream().map(MinuteTable::place).collect(Collectors.joining(", ")) + ") ON CONFLICT DO NOTHING";

    private MinuteTable() {}

    private static String place(String column) {
        return JSON.contains(column) ? "?::json" : "?";
    }

    static @Nullable Object[] row(MenteeId mentee, MinuteRecord minute) {
        var heart = minute.heart();
        var skin = minute.skin();
        var five = minute.variability();
        var values = new ArrayList<@Nullable Object>(List.of(
                mentee.value(),
                Timestamp.from(minute.start()),
                RiskMethod.VERSION,
                minute.state().name(),
                minute.wear().name(),
                heart.rhythm().name(),
                five.rhythm().name(),
                skin.evidence().name(),
                skin.excluded()));
        add(values, heart.coverage(), heart.quality(), heart.heartRate(), heart.rmssd(), heart.pnn20());
        add(values, skin.coverage(), skin.level(), skin.mean(), skin.slope(), skin.responses());
        add(values, skin.amplitudeSum(), skin.halfRecoveryS());
        add(values, minute.movement().mean(), minute.movement().coverage());
        add(values, minute.temperature().mean(), minute.temperature().coverage(), minute.likelihood());
        values.add(TermsJson.write(minute.evidence()));
        add(values, minute.risk().logOdds());
        values.add(TermsJson.write(minute.risk().terms()));
        add(values, five.coverage(), five.heartRate(), five.rmssd(), five.sdnn());
        var scatter = five.scatter();
        add(values, scatter.sdsd(), scatter.pnn20(), scatter.pnn50(), scatter.sd1(), scatter.sd2(), scatter.cvsd());
        var shape = five.shape();
        add(values, shape.triangularIndex(), shape.stressIndex());
        add(values, shape.powers().vlf(), shape.powers().lf(), shape.powers().hf());
        add(values, shape.sampleEntropy(), shape.dfaAlpha1());
        return values.toArray(new @Nullable Object[0]);
    }

    static MinuteRecord read(ResultSet row) throws SQLException {
        return new MinuteRecord(
                row.getTimestamp("start").toInstant(),
                MinuteState.valueOf(row.getString("state")),
                Wear.valueOf(row.getString("wear")),
                new HeartMinute(
                        figure(row, "heart_coverage"),
                        figure(row, "heart_quality"),
                        Rhythm.valueOf(row.getString("rhythm")),
                        figure(row, "heart_rate"),
                        figure(row, "rmssd"),
                        figure(row, "pnn20")),
                fiveMinutes(row),
                new SkinMinute(
                        figure(row, "skin_level"),
                        figure(row, "skin_mean"),
                        figure(row, "skin_slope"),
                        figure(row, "skin_responses"),
                        figure(row, "skin_amplitude"),
                        figure(row, "skin_half_recovery"),
                        figure(row, "skin_coverage"),
                        row.getInt("skin_excluded"),
                        SkinEvidence.valueOf(row.getString("skin_evidence"))),
                new StreamMean(figure(row, "movement"), figure(row, "movement_coverage")),
                new StreamMean(figure(row, "temperature"), figure(row, "temperature_coverage")),
                figure(row, "likelihood"),
                TermsJson.read(row.getString("evidence")),
                new RiskScore(figure(row, "risk"), TermsJson.read(row.getString("risk_terms"))));
    }

    private static HeartVariability fiveMinutes(ResultSet row) throws SQLException {
        return new HeartVariability(
                figure(row, "five_minute_coverage"),
                Rhythm.valueOf(row.getString("five_minute_rhythm")),
                figure(row, "five_minute_heart_rate"),
                figure(row, "five_minute_rmssd"),
                figure(row, "five_minute_sdnn"),
                new Scatter(
                        figure(row, "five_minute_sdsd"),
                        figure(row, "five_minute_pnn20"),
                        figure(row, "five_minute_pnn50"),
                        figure(row, "five_minute_sd1"),
                        figure(row, "five_minute_sd2"),
                        figure(row, "five_minute_cvsd")),
                new Shape(
                        figure(row, "five_minute_triangular_index"),
                        figure(row, "five_minute_stress_index"),
                        new BandPowers(
                                figure(row, "five_minute_vlf"),
                                figure(row, "five_minute_lf"),
                                figure(row, "five_minute_hf")),
                        figure(row, "five_minute_sample_entropy"),
                        figure(row, "five_minute_dfa_alpha1")));
    }

    private static double figure(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private static void add(List<@Nullable Object> values, double... figures) {
        for (double figure : figures) {
            values.add(Double.isNaN(figure) ? null : figure);
        }
    }
}
