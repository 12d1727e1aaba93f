package org.handrail.companion.clinicianpage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Disclosures;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.companion.people.SignedIn;
import org.handrail.companion.web.NothingHere;
import org.handrail.companion.web.PlainTimes;
import org.handrail.signals.TimeWindow;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The clinician's pages: those who share their trends, and the trend of one of them. */
@Controller
@RequestMapping("/clinician")
class ClinicianPage {

    private static final List<Integer> SPANS = List.of(7, 28);

    private final People people;
    private final Consents consents;
    private final Disclosures disclosures;
    private final AnalysisRecord record;
    private final Clock clock;

    ClinicianPage(People people, Consents consents, Disclosures disclosures, AnalysisRecord record, Clock clock) {
        this.people = people;
        this.consents = consents;
        this.disclosures = disclosures;
        this.record = record;
        this.clock = clock;
    }

    /** One who shares trends with this clinician. */
    record Shared(UUID id, String name) {}

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute(
                "mentees",
                people.inRole(Role.MENTEE).stream()
                        .filter(mentee -> consents.held(mentee.asMentee(), who.id(), Scope.TRENDS)
                                .isPresent())
                        .map(mentee -> new Shared(mentee.id(), mentee.displayName()))
                        .toList());
        return "clinician/list";
    }

    @GetMapping("/mentees/{id}")
    String trend(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "28") int days,
            Model model) {
        if (!SPANS.contains(days)) {
            throw new NothingHere();
        }
        var mentee = disclosed(who, id, days).orElseThrow(NothingHere::new);
        Instant now = clock.instant();
        TimeWindow span = Trend.spanOf(days, mentee.zone(), now);
        var windows = record.windowsOf(mentee.asMentee(), span);
        model.addAttribute("id", id);
        model.addAttribute("name", mentee.displayName());
        model.addAttribute("zone", mentee.zone().getId());
        model.addAttribute("span", days);
        model.addAttribute(
                "usualSince",
                record.baselineEstablishedAt(mentee.asMentee())
                        .map(new PlainTimes(mentee.zone(), now)::at)
                        .orElse(""));
        model.addAttribute("words", new FigureWords());
        model.addAttribute(
                "trend",
                Trend.of(
                        record.minutesOf(mentee.asMentee(), span),
                        record.nightsOf(
                                mentee.asMentee(), Trend.first(span, mentee.zone()), Trend.last(span, mentee.zone())),
                        windows,
                        span,
                        mentee.zone()));
        model.addAttribute("windows", WindowLines.of(windows, new PlainTimes(mentee.zone(), now)));
        return "clinician/trend";
    }

    private Optional<Person> disclosed(SignedIn who, UUID id, int days) {
        return people.find(id)
                .filter(person -> person.role() == Role.MENTEE)
                .filter(mentee -> disclosures
                        .disclose(
                                mentee.asMentee(), who.id(), Scope.TRENDS, "looked at your trends of " + days + " days")
                        .isPresent());
    }
}
