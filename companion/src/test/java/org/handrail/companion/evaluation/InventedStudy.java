package org.handrail.companion.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A study in the compact layout: each person rests ten minutes, is stressed five, and rests ten, with a faster heart and
 * rising skin conductance while stressed.
 */
public final class InventedStudy {

    private static final int STRESS_FROM_S = 600;
    private static final int STRESS_TO_S = 900;
    private static final int LENGTH_S = 1_500;

    private final Path folder;
    private final List<String> sessions = new ArrayList<>(List.of("subject,session,folder,t0_unix"));
    private final List<String> labels = new ArrayList<>(List.of("subject,session,start_s,end_s,label,task"));

    public InventedStudy(Path folder) {
        this.folder = folder;
    }

    /** So many people who all react alike. */
    public static Path at(Path folder, int people) throws IOException {
        var study = new InventedStudy(folder);
        for (int person = 1; person <= people; person++) {
            study.person("S" + person, 1);
        }
        return study.written();
    }

    /** @param reaction how strongly the body follows the stress; below 0 it does the opposite */
    InventedStudy person(String name, double reaction) throws IOException {
        return person(name, reaction, 0.002);
    }

    /** @param movement of the wrist while stressed, g */
    InventedStudy person(String name, double reaction, double movement) throws IOException {
        sessions.add(name + ",main," + name + "," + (1_700_000_000 + 86_400L * sessions.size()));
        label(name, 0, STRESS_FROM_S, "rest");
        label(name, STRESS_FROM_S, STRESS_TO_S, "stress");
        label(name, STRESS_TO_S, LENGTH_S, "rest");
        var own = Files.createDirectories(folder.resolve(name));
        var random = new Random(sessions.size());
        Files.write(own.resolve("hr.csv"), heart(random, reaction));
        Files.write(own.resolve("wrist4hz.csv"), wrist(random, reaction, movement));
        return this;
    }

    Path written() throws IOException {
        Files.write(folder.resolve("sessions.csv"), sessions);
        Files.write(folder.resolve("labels.csv"), labels);
        return folder;
    }

    private void label(String name, int fromS, int toS, String label) {
        labels.add(name + ",main," + fromS + "," + toS + "," + label + ",invented");
    }

    private static boolean isStress(double second) {
        return second >= STRESS_FROM_S && second < STRESS_TO_S;
    }

    private static List<String> heart(Random random, double reaction) {
        var rows = new ArrayList<>(List.of("t_s,hr_bpm"));
        double wander = 0;
        for (int second = 0; second < LENGTH_S; second++) {
            wander = 0.98 * wander + random.nextGaussian();
            double rate = 70 + wander + (isStress(second) ? 14 * reaction : 0);
            rows.add(String.format(Locale.ROOT, "%d,%.2f", second, rate));
        }
        return rows;
    }

    private static List<String> wrist(Random random, double reaction, double movement) {
        var rows = new ArrayList<>(List.of("t_s,eda_us,temp_c,acc_mean_g,acc_sd_g"));
        double level = 2;
        for (int quarter = 0; quarter < 4 * LENGTH_S; quarter++) {
            double target = 2 + (isStress(quarter / 4.0) ? 1.5 * reaction : 0);
            level += (target - level) / 480 + 0.002 * random.nextGaussian();
            rows.add(String.format(
                    Locale.ROOT,
                    "%.2f,%.4f,33.00,1.000,%.4f",
                    quarter / 4.0,
                    level,
                    (isStress(quarter / 4.0) ? movement : 0.002) + 0.001 * random.nextDouble()));
        }
        return rows;
    }
}
