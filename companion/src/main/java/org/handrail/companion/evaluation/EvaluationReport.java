package org.handrail.companion.evaluation;

import java.util.OptionalDouble;

/**
 * What the method is worth on one study. A figure that the study cannot give is empty. Definitions: docs/evaluation.md.
 *
 * @param auroc stress against rest over all scored windows; a window of which the method says nothing scores as one without
 *     any sign
 * @param aurocLow lower end of the 95 % interval of drawing subjects again
 * @param aurocSubjectMean mean of each subject's own
 * @param aurocKnown over the windows alone of which it says something
 * @param brier mean squared distance of likelihood and truth, over known windows
 * @param minuteAuroc stress against all else, over the minutes of the clock
 * @param exerciseFlagged share of the minutes of exercise that count as strained
 * @param exerciseUnknown share of them of which nothing is said
 * @param windowRecall share of the stress stretches in which a risk window opened
 * @param coverage share of the scored windows of which something is said
 * @param windows scored windows
 */
public record EvaluationReport(
        String method,
        int subjects,
        int windows,
        double coverage,
        OptionalDouble auroc,
        OptionalDouble aurocLow,
        OptionalDouble aurocHigh,
        OptionalDouble aurocSubjectMean,
        OptionalDouble aurocKnown,
        OptionalDouble balancedAccuracy,
        OptionalDouble auprc,
        OptionalDouble brier,
        OptionalDouble minuteAuroc,
        OptionalDouble exerciseFlagged,
        OptionalDouble exerciseUnknown,
        OptionalDouble postExerciseFlagged,
        int stretches,
        OptionalDouble windowRecall,
        OptionalDouble delayMedianS,
        OptionalDouble delayP95S,
        OptionalDouble falseWindowsPerRestHour) {}
