/** What changed over days, and how much of the time it rests on. Never raw alarms. */
@NullMarked
package org.handrail.companion.clinicianpage;

import org.jspecify.annotations.NullMarked;
