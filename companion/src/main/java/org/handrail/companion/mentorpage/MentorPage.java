package org.handrail.companion.mentorpage;

import java.util.UUID;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.Prompts;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Disclosures;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.SignedIn;
import org.handrail.companion.web.NothingHere;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The mentor's pages. Opening a prompt is written down as a disclosure; the part of a page that renews itself shows what was
 * disclosed already, so it only asks whether the consent still holds.
 */
@Controller
@RequestMapping("/mentor")
class MentorPage {

    private final People people;
    private final Prompts prompts;
    private final PromptSheets sheets;
    private final Consents consents;
    private final Disclosures disclosures;

    MentorPage(People people, Prompts prompts, PromptSheets sheets, Consents consents, Disclosures disclosures) {
        this.people = people;
        this.prompts = prompts;
        this.sheets = sheets;
        this.consents = consents;
        this.disclosures = disclosures;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn who, Model model) {
        fillList(mentor(who), model);
        return "mentor/list";
    }

    @GetMapping("/now")
    String listNow(@AuthenticationPrincipal SignedIn who, Model model) {
        fillList(mentor(who), model);
        return "mentor/list :: now";
    }

    @GetMapping("/prompts/{id}")
    String prompt(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        var mentor = mentor(who);
        var prompt = own(mentor, id);
        disclosures
                .disclose(prompt.mentee(), mentor.id(), Scope.STRAINED_STRETCH, "opened the note about you")
                .ifPresent(consent -> prompts.markOpened(prompt.id(), mentor.asMentor()));
        model.addAttribute("sheet", sheets.sheet(mentor, own(mentor, id)));
        return "mentor/prompt";
    }

    @GetMapping("/prompts/{id}/now")
    String promptNow(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, Model model) {
        var mentor = mentor(who);
        model.addAttribute("sheet", sheets.sheet(mentor, own(mentor, id)));
        return "mentor/prompt :: now";
    }

    /** The receipt of a page that shows the prompt to somebody who looks. */
    @PostMapping("/prompts/{id}/shown")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void shown(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        var mentor = mentor(who);
        prompts.markShown(own(mentor, id).id(), mentor.asMentor());
    }

    @PostMapping("/prompts/{id}/have-it")
    String haveIt(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        var mentor = mentor(who);
        var prompt = own(mentor, id);
        if (isShared(prompt, mentor)) {
            prompts.acknowledge(prompt.id(), mentor.asMentor());
        }
        return "redirect:/mentor/prompts/" + id;
    }

    @PostMapping("/prompts/{id}/hand-over")
    String handOver(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        var mentor = mentor(who);
        prompts.handOver(own(mentor, id).id(), mentor.asMentor());
        return "redirect:/mentor/prompts/" + id;
    }

    @PostMapping("/prompts/{id}/outcome")
    String outcome(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @RequestParam Prompt.Response response) {
        var mentor = mentor(who);
        prompts.respond(own(mentor, id).id(), mentor.asMentor(), response);
        return "redirect:/mentor/prompts/" + id;
    }

    private void fillList(Person mentor, Model model) {
        model.addAttribute("waiting", sheets.waitingFor(mentor));
        model.addAttribute("taken", sheets.takenBy(mentor));
    }

    private boolean isShared(Prompt prompt, Person mentor) {
        return consents.held(prompt.mentee(), mentor.id(), Scope.STRAINED_STRETCH)
                .isPresent();
    }

    private Person mentor(SignedIn who) {
        return people.find(who.id()).orElseThrow(NothingHere::new);
    }

    private Prompt own(Person mentor, UUID id) {
        return prompts.find(new PromptId(id))
                .filter(prompt -> prompt.mentor().equals(mentor.asMentor()))
                .orElseThrow(NothingHere::new);
    }
}
