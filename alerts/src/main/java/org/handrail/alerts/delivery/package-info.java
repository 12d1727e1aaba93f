/** Carrying a prompt to a phone or a page, attempt by attempt. */
@NullMarked
package org.handrail.alerts.delivery;

import org.jspecify.annotations.NullMarked;
