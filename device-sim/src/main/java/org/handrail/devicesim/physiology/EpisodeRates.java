package org.handrail.devicesim.physiology;

/** How often strain and craving come up in a week. */
public record EpisodeRates(double strainsPerWeek, double cravingsPerWeek) {

    public static final EpisodeRates USUAL = new EpisodeRates(3, 4);

    public EpisodeRates {
        if (!(strainsPerWeek >= 0 && strainsPerWeek <= 21 && cravingsPerWeek >= 0 && cravingsPerWeek <= 70)) {
            throw new IllegalArgumentException("A week has 0 to 21 strains and 0 to 70 cravings");
        }
    }
}
