/**
 * Judges the detection by labelled recordings of real people: streaming, from past samples only, with the method as it is
 * shipped.
 */
@NullMarked
package org.handrail.companion.evaluation;

import org.jspecify.annotations.NullMarked;
