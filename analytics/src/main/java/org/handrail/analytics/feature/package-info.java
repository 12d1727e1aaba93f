/** Samples of a minute as features of heart, skin and movement. Pure, streaming. */
@NullMarked
package org.handrail.analytics.feature;

import org.jspecify.annotations.NullMarked;
