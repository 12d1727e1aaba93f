package org.handrail.analytics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import org.handrail.analytics.MethodDifference.Shared;
import org.handrail.analytics.OneMethod.Window;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.MenteeId;

/**
 * Two methods on the same frames of one mentee, side by side. Which minutes there are does not depend on the weights, so each
 * minute of one is laid beside the same minute of the other. One thread at a time.
 */
public final class MethodComparison {

    private final OneMethod first;
    private final OneMethod second;
    private MethodDifference minutes = MethodDifference.NONE;

    public MethodComparison(EvidenceWeights first, EvidenceWeights second, MenteeId mentee, ZoneId zone) {
        this.first = new OneMethod(first, mentee, zone);
        this.second = new OneMethod(second, mentee, zone);
    }

    /** The next frame of the archive, or of what is used as one. */
    public void take(ArchivedFrame frame) {
        first.take(frame);
        second.take(frame);
        layMinutesBeside();
    }

    /** What differs, where nothing was received any more until then. */
    public MethodDifference finish(Instant now) {
        first.letPass(now);
        second.letPass(now);
        layMinutesBeside();
        return minutes.plus(ofWindows());
    }

    private void layMinutesBeside() {
        var one = first.newMinutes();
        var other = second.newMinutes();
        if (one.size() != other.size()) {
            throw new IllegalStateException("Two methods closed different minutes of the same frames");
        }
        for (int i = 0; i < one.size(); i++) {
            minutes = minutes.plus(MethodDifference.ofMinute(one.get(i), other.get(i)));
        }
    }

    /** A stretch is in both where the two overlap, whenever each began; one of two that overlap a third is in one only. */
    private MethodDifference ofWindows() {
        var shared = new ArrayList<Shared>();
        var onlyFirst = new ArrayList<Instant>();
        var askedOnlyFirst = new ArrayList<Instant>();
        var askedOnlySecond = new ArrayList<Instant>();
        var left = new ArrayList<>(second.windows());
        for (var window : first.windows()) {
            Optional<Window> match = left.stream()
                    .filter(other -> other.span().overlaps(window.span()))
                    .findFirst();
            if (match.isPresent()) {
                left.remove(match.get());
                shared.add(new Shared(window.openedAt(), match.get().openedAt()));
            } else {
                onlyFirst.add(window.openedAt());
            }
            boolean isAskedInSecond = match.filter(Window::isAsked).isPresent();
            if (window.isAsked() && !isAskedInSecond) {
                askedOnlyFirst.add(window.openedAt());
            } else if (!window.isAsked() && isAskedInSecond) {
                askedOnlySecond.add(window.openedAt());
            }
        }
        left.stream().filter(Window::isAsked).map(Window::openedAt).forEach(askedOnlySecond::add);
        var onlySecond = left.stream().map(Window::openedAt).toList();
        return MethodDifference.ofWindows(shared, onlyFirst, onlySecond, askedOnlyFirst, askedOnlySecond);
    }
}
