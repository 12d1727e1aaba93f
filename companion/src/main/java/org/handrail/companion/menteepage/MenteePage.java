package org.handrail.companion.menteepage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.AnswerResult;
import org.handrail.alerts.Escalations;
import org.handrail.alerts.Plan;
import org.handrail.alerts.SilenceMeans;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.companion.consent.Consent;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.journey.Plans;
import org.handrail.companion.journey.WrittenPlan;
import org.handrail.companion.live.LivePages;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.SignedIn;
import org.handrail.companion.web.NothingHere;
import org.handrail.companion.web.PlainTimes;
import org.handrail.signals.Answer;
import org.handrail.signals.TimeWindow;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mentee's page. Everything on it is the mentee's own, so nothing of it is a disclosure. */
@Controller
@RequestMapping("/mentee")
class MenteePage {

    private static final String HOME = "redirect:/mentee";
    private static final String SAID = "said";

    private final People people;
    private final Questions questions;
    private final Escalations escalations;
    private final Companies companies;
    private final AnalysisRecord record;
    private final OwnWatches watches;
    private final Plans plans;
    private final Sharing sharing;
    private final Consents consents;
    private final LivePages livePages;
    private final Clock clock;

    MenteePage(
            People people,
            Questions questions,
            Escalations escalations,
            Companies companies,
            AnalysisRecord record,
            OwnWatches watches,
            Plans plans,
            Sharing sharing,
            Consents consents,
            LivePages livePages,
            Clock clock) {
        this.people = people;
        this.questions = questions;
        this.escalations = escalations;
        this.companies = companies;
        this.record = record;
        this.watches = watches;
        this.plans = plans;
        this.sharing = sharing;
        this.consents = consents;
        this.livePages = livePages;
        this.clock = clock;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn who, Model model) {
        var mentee = mentee(who);
        fillNow(mentee, model);
        model.addAttribute("name", mentee.displayName());
        model.addAttribute("form", PlanForm.of(planOf(mentee)));
        model.addAttribute("grants", sharing.grantsOf(mentee));
        model.addAttribute("ledger", sharing.ledgerOf(mentee));
        return "mentee/page";
    }

    @GetMapping("/now")
    String now(@AuthenticationPrincipal SignedIn who, Model model) {
        fillNow(mentee(who), model);
        return "mentee/page :: now";
    }

    @PostMapping("/nudges/{id}")
    String answer(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam Answer.Choice choice,
            RedirectAttributes redirect) {
        var result = questions.answer(mentee(who).asMentee(), id, choice);
        said(result, choice).ifPresent(words -> redirect.addFlashAttribute(SAID, words));
        return HOME;
    }

    @PostMapping("/reach-out")
    String reachOut(@AuthenticationPrincipal SignedIn who) {
        questions.reachOut(mentee(who).asMentee());
        return HOME;
    }

    @PostMapping("/stand-down")
    String standDown(@AuthenticationPrincipal SignedIn who, RedirectAttributes redirect) {
        boolean wasOpen = escalations.standDown(mentee(who).asMentee());
        redirect.addFlashAttribute(
                SAID, wasOpen ? "Stood down. Nobody needs to come." : "There was nothing left to stand down.");
        return HOME;
    }

    @PostMapping("/plan")
    String writePlan(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam double waitingMinutes,
            @RequestParam SilenceMeans silenceMeans,
            @RequestParam String copingSteps,
            @RequestParam(defaultValue = "") String quietFrom,
            @RequestParam(defaultValue = "") String quietUntil,
            RedirectAttributes redirect) {
        try {
            var form = new PlanForm(waitingMinutes, silenceMeans, copingSteps, quietFrom, quietUntil);
            plans.write(mentee(who).asMentee(), form.written());
            redirect.addFlashAttribute(SAID, "Your plan is kept.");
        } catch (IllegalArgumentException e) {
            redirect.addFlashAttribute(SAID, e.getMessage());
        }
        return HOME;
    }

    @PostMapping("/consents/{id}/withdraw")
    String withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, RedirectAttributes redirect) {
        var mentee = mentee(who);
        Optional<UUID> recipient = consents.heldOf(mentee.asMentee()).stream()
                .filter(consent -> consent.id().equals(id))
                .findFirst()
                .flatMap(Consent::recipient);
        if (consents.withdraw(mentee.asMentee(), id)) {
            recipient.ifPresent(livePages::changed);
            redirect.addFlashAttribute(SAID, "Withdrawn. It holds from now on.");
        }
        return HOME;
    }

    /** Nothing more where the page says who is being asked. */
    private static Optional<String> said(AnswerResult result, Answer.Choice choice) {
        if (result instanceof AnswerResult.Refused) {
            return Optional.of("That question was over already. You can reach out at any time.");
        }
        return switch (choice) {
            case OKAY -> Optional.of("Good to hear. Nobody needs to come.");
            case ROUGH -> Optional.of("Thank you for saying so. You can reach out at any time.");
            case REACH_OUT -> Optional.empty();
        };
    }

    private void fillNow(Person mentee, Model model) {
        Instant now = clock.instant();
        var times = new PlainTimes(mentee.zone(), now);
        var day = Today.dayOf(now, mentee.zone());
        var sofar = new TimeWindow(day.start(), now);
        model.addAttribute("mentor", companies.firstToBeAsked(mentee));
        model.addAttribute("company", companies.of(mentee));
        model.addAttribute("question", questions.openFor(mentee.asMentee(), times));
        model.addAttribute("plan", planOf(mentee));
        model.addAttribute(
                "today",
                Today.of(
                        record.minutesOf(mentee.asMentee(), sofar),
                        record.windowsOf(mentee.asMentee(), sofar),
                        mentee.zone(),
                        now));
        model.addAttribute("watches", watches.of(mentee, times, now));
    }

    private WrittenPlan planOf(Person mentee) {
        return plans.find(mentee.asMentee()).orElseGet(() -> new WrittenPlan(Plan.DEFAULT, List.of()));
    }

    private Person mentee(SignedIn who) {
        return people.find(who.id()).orElseThrow(NothingHere::new);
    }
}
