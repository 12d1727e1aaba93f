/** The question to the mentee, and the answer. */
@NullMarked
package org.handrail.alerts.nudge;

import org.jspecify.annotations.NullMarked;
