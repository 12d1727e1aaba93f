package org.handrail.companion.coordinatorpage;

import java.util.UUID;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.Escalations;
import org.handrail.companion.consent.Disclosures;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.live.LivePages;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.companion.people.SignedIn;
import org.handrail.companion.web.NothingHere;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The coordinator's page: what nobody has yet, devices to ask about, all that are paired, and how well Handrail asks.
 */
@Controller
@RequestMapping("/coordinator")
class CoordinatorPage {

    private final People people;
    private final Escalations escalations;
    private final OpenRows openRows;
    private final DeviceRows deviceRows;
    private final WatchRows watchRows;
    private final AskingSheets askingSheets;
    private final Disclosures disclosures;
    private final LivePages livePages;

    CoordinatorPage(
            People people,
            Escalations escalations,
            OpenRows openRows,
            DeviceRows deviceRows,
            WatchRows watchRows,
            AskingSheets askingSheets,
            Disclosures disclosures,
            LivePages livePages) {
        this.people = people;
        this.escalations = escalations;
        this.openRows = openRows;
        this.deviceRows = deviceRows;
        this.watchRows = watchRows;
        this.askingSheets = askingSheets;
        this.disclosures = disclosures;
        this.livePages = livePages;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn who, Model model) {
        var coordinator = coordinator(who);
        escalations.open().stream()
                .map(Escalation::mentee)
                .distinct()
                .forEach(mentee -> disclosures.disclose(
                        mentee, coordinator.id(), Scope.STRAINED_STRETCH, "saw that nobody had come to you yet"));
        fill(coordinator, model);
        model.addAttribute("asking", askingSheets.ofTheProgramme());
        return "coordinator/page";
    }

    @GetMapping("/now")
    String now(@AuthenticationPrincipal SignedIn who, Model model) {
        fill(coordinator(who), model);
        return "coordinator/page :: now";
    }

    @PostMapping("/escalations/{id}/take-over")
    String takeOver(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        var escalation = escalations.find(new EscalationId(id)).orElseThrow(NothingHere::new);
        boolean isYours = escalations.takeOver(escalation.id());
        if (isYours) {
            tellThoseWhoSeeIt(escalation);
        }
        String name = openRows.nameFor(escalation.mentee(), coordinator(who));
        redirect.addFlashAttribute("said", isYours ? "You have it: " + name + "." : alreadyEnded(escalation.state()));
        return "redirect:/coordinator";
    }

    private void tellThoseWhoSeeIt(Escalation escalation) {
        livePages.changed(escalation.mentee().value());
        escalation.prompts().forEach(prompt -> livePages.changed(prompt.mentor().value()));
        people.inRole(Role.COORDINATOR).forEach(coordinator -> livePages.changed(coordinator.id()));
    }

    private static String alreadyEnded(EscalationState before) {
        return before == EscalationState.WALKING
                ? "Somebody on the ladder is still being asked."
                : "Somebody had it already, or it was stood down.";
    }

    private void fill(Person coordinator, Model model) {
        model.addAttribute("open", openRows.forCoordinator(coordinator));
        model.addAttribute("devices", deviceRows.forCoordinator(coordinator));
        model.addAttribute("watches", watchRows.forCoordinator(coordinator));
    }

    private Person coordinator(SignedIn who) {
        return people.find(who.id()).orElseThrow(NothingHere::new);
    }
}
