/** How likely a minute is a strained one, and when that cannot be told. Pure. */
@NullMarked
package org.handrail.analytics.risk;

import org.jspecify.annotations.NullMarked;
