/** Prompts to mentors, one step of the ladder after the other, until a person has it. */
@NullMarked
package org.handrail.alerts.escalation;

import org.jspecify.annotations.NullMarked;
