package org.handrail.devicesim.physiology;

/**
 * Steps of each minute as the device counts them. Walking is somewhat above the 100 a minute of
 * moderate walking (Tudor-Locke 2018); the rest is fitted to Fitbit wearers (fitabase): a day's sum lies among theirs, and as
 * with them most walks last a minute or two, between the rooms of a house.
 */
final class Steps {

    private final Days days;
    private final Draws draws;

    Steps(Days days, Draws draws) {
        this.days = days;
        this.draws = draws;
    }

    int count(long minute) {
        var random = draws.at(Draws.Purpose.STEPS, minute);
        double chance = random.nextDouble();
        double spread = Draws.gaussian(random);
        double steps = switch (days.activityAt(minute)) {
            case SLEEP -> 0;
            case SEATED -> chance < 0.03 ? 14 + 4 * spread : 0;
            case DESK -> chance < 0.05 ? 14 + 4 * spread : 0;
            case STANDING -> chance < 0.25 ? 8 + 2 * spread : 0;
            case HOUSEHOLD -> chance < 0.1 ? 75 + 8 * spread : chance < 0.55 ? 24 + 8 * spread : 0;
            case WALKING -> 108 + 7 * spread;
            case EXERCISE -> 148 + 10 * spread;
        };
        return (int) Math.round(Math.max(0, steps));
    }
}
