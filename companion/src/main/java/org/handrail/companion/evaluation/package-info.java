/**
 * Judges the detection by labelled recordings of real people, and fits what its evidence is worth to them: streaming, from
 * past samples only, by the method that lanes run.
 */
@NullMarked
package org.handrail.companion.evaluation;

import org.jspecify.annotations.NullMarked;
