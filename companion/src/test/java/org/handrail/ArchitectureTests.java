package org.handrail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.event.TransactionalEventListener;

class ArchitectureTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.handrail");

    private static final String[] PURE = {
        "org.handrail.analytics.quality..",
        "org.handrail.analytics.feature..",
        "org.handrail.analytics.baseline..",
        "org.handrail.analytics.risk..",
        "org.handrail.analytics.calibration..",
        "org.handrail.analytics.episode..",
        "org.handrail.analytics.sleep..",
        "org.handrail.analytics.detection..",
        "org.handrail.signals.."
    };

    @Test
    void decidingIsPure() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "java.util.concurrent..",
                        "java.nio.file..",
                        "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .check(HOUSE);
    }

    @Test
    void nobodyReadsTheWallButTheOneClock() {
        for (var time : List.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)) {
            noClasses().should().callMethod(time, "now").check(HOUSE);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(HOUSE);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.handrail.companion.house.HouseClock")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(HOUSE);
    }

    /** The registry of events asks for a second connection there, and enough commits at once wait for each other. */
    @Test
    void nobodyListensOnTheThreadOfACommit() {
        noMethods().should().beAnnotatedWith(TransactionalEventListener.class).check(HOUSE);
    }

    @Test
    void noRoomIsADrawerForEverything() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..common..",
                        "..util..",
                        "..utils..",
                        "..core..",
                        "..api..",
                        "..config..",
                        "..db..",
                        "..impl..")
                .check(HOUSE);
        noClasses().should().haveNameMatching(".*(Helper|Manager|Impl|Utils?)$").check(HOUSE);
    }

    @Test
    void eachRoomKeepsToItsOwnSchema() throws IOException {
        for (var room : List.of("ingest", "analytics", "alerts", "companion")) {
            for (var other : List.of("ingest", "analytics", "alerts", "companion")) {
                if (!room.equals(other)) {
                    assertThat(sourcesThatName(room, other + "\\.[a-z_]+ "))
                            .as("%s reads no table of %s", room, other)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void nobodySleepsInATest() throws IOException {
        try (var files = Files.walk(Path.of(".."))) {
            assertThat(files.filter(file -> file.toString().contains("src/test/java"))
                            .filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("ArchitectureTests.java"))
                            .filter(file -> read(file).contains("Thread.sleep")))
                    .isEmpty();
        }
    }

    @Test
    void eventsAreRecords() {
        classes()
                .that()
                .resideInAPackage("org.handrail.analytics")
                .and()
                .haveSimpleNameStartingWith("RiskWindow")
                .and()
                .areTopLevelClasses()
                .should()
                .beRecords()
                .check(HOUSE);
    }

    private static List<Path> sourcesThatName(String room, String table) throws IOException {
        var statement = "(?s).*(FROM|INTO|UPDATE|JOIN|TABLE) +" + table + ".*";
        try (var files = Files.walk(Path.of("..", room, "src", "main"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|sql)"))
                    .filter(file -> read(file).matches(statement))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
