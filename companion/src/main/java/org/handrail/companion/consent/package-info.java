/** What a mentee grants to whom, and what was shown to whom. */
@NullMarked
package org.handrail.companion.consent;

import org.jspecify.annotations.NullMarked;
