/** Timers that outlive the process, and the watchdog that looks for what fell between them. */
@NullMarked
package org.handrail.alerts.timer;

import org.jspecify.annotations.NullMarked;
