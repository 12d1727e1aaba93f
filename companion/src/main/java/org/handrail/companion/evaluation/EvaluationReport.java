package org.handrail.companion.evaluation;

import java.util.OptionalDouble;

/**
 * What the method is worth on one study. A figure that the study cannot give is empty. Definitions: docs/evaluation.md.
 *
 * @param subjects people with a sitting
 * @param windows windows of 60 s, every 30 s, that lie wholly in stress or wholly in rest
 * @param coverage share of them of which the method says something: the known ones
 * @param auroc stress against rest over the known windows
 * @param aurocLow lower end of the 95 % interval of drawing subjects again
 * @param aurocSubjectMean mean of each subject's own
 * @param aurocUnknownAsNoSign over all windows; one of which nothing is said scores as one without any sign
 * @param balancedAccuracy over the known windows, at the shipped threshold
 * @param brier mean squared distance of likelihood and truth, over the known windows
 * @param minuteAuroc stress against all else, over the minutes of the clock; an unknown one scores as one without any sign
 * @param stressRecall share of the stress windows above the shipped threshold; an unknown one is not
 * @param stressRecallUngated the same, were no minute unknown for the body's work
 * @param exerciseFlagged share of the minutes of exercise that count as strained: known, and in a risk window
 * @param exerciseAboveThreshold share of them above the shipped threshold, risk window or not
 * @param exerciseUnknown share of them of which nothing is said
 * @param windowRecall share of the stress stretches in which a risk window opened
 */
public record EvaluationReport(
        String method,
        int subjects,
        int windows,
        OptionalDouble coverage,
        OptionalDouble auroc,
        OptionalDouble aurocLow,
        OptionalDouble aurocHigh,
        OptionalDouble aurocSubjectMean,
        OptionalDouble aurocUnknownAsNoSign,
        OptionalDouble balancedAccuracy,
        OptionalDouble auprc,
        OptionalDouble brier,
        OptionalDouble minuteAuroc,
        OptionalDouble stressRecall,
        OptionalDouble stressRecallUngated,
        OptionalDouble exerciseFlagged,
        OptionalDouble exerciseAboveThreshold,
        OptionalDouble exerciseUnknown,
        OptionalDouble postExerciseFlagged,
        OptionalDouble postExerciseAboveThreshold,
        int stretches,
        OptionalDouble windowRecall,
        OptionalDouble delayMedianS,
        OptionalDouble delayP95S,
        OptionalDouble falseWindowsPerRestHour) {}
