package org.handrail.companion.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.analytics.RiskWindow;
import org.handrail.companion.house.House;
import org.handrail.companion.replay.ScenarioRun.Played;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.scenario.PersonaWearer;
import org.handrail.devicesim.scenario.TroubledStretch;
import org.handrail.ingest.DeviceOverviews;
import org.handrail.ingest.FrameArchive;
import org.handrail.signals.TimeWindow;

/** Lays what the house found of a persona beside what truly was. */
final class Findings {

    private final House house;

    Findings(House house) {
        this.house = house;
    }

    ScenarioReport.Life life(Played played) {
        var wearer = played.wearer();
        var mentee = played.newcomer().mentee();
        var record = house.room(AnalysisRecord.class);
        var windows = record.windowsOf(mentee, wearer.span()).stream()
                .map(window -> found(window, wearer))
                .toList();
        var overview = house.room(DeviceOverviews.class).of(mentee).get(0);
        LocalDate first = LocalDate.ofInstant(wearer.span().start(), wearer.zone());
        LocalDate last = LocalDate.ofInstant(wearer.span().end(), wearer.zone());
        return new ScenarioReport.Life(
                wearer.name(),
                wearer.zone(),
                played.watch().counts().accepted(),
                house.room(FrameArchive.class).count(wearer.device()),
                overview.duplicates(),
                overview.refusals(),
                wearer.troubles().stream()
                        .map(trouble -> new ScenarioReport.Stretch(trouble, firstIn(windows, windowOf(trouble))))
                        .toList(),
                windows.stream()
                        .filter(window -> wearer.troubles().stream()
                                .noneMatch(trouble -> windowOf(trouble).overlaps(window.span())))
                        .toList(),
                record.nightsOf(mentee, first, last),
                damage(wearer));
    }

    private static List<ScenarioReport.Damage> damage(PersonaWearer wearer) {
        if (wearer.faults().isEmpty()) {
            return List.of();
        }
        var log = wearer.log(ScenarioRun.sent(wearer), FrameCutter.BACKLOG);
        return wearer.faults().stream()
                .map(fault -> new ScenarioReport.Damage(fault, log.counts(fault.fault())))
                .toList();
    }

    private static TimeWindow windowOf(TroubledStretch trouble) {
        return trouble.strain().window();
    }

    private static Optional<ScenarioReport.Found> firstIn(List<ScenarioReport.Found> windows, TimeWindow stretch) {
        return windows.stream()
                .filter(window -> window.span().overlaps(stretch))
                .findFirst();
    }

    private static ScenarioReport.Found found(RiskWindow window, PersonaWearer wearer) {
        var span =
                new TimeWindow(window.start(), window.end().orElse(wearer.span().end()));
        return new ScenarioReport.Found(
                span,
                window.openedAt(),
                wearer.arrivalOf(window.openedAt()),
                window.why().sentence());
    }
}
