/** Skin conductance of a minute: what of it can be believed, its level, and its responses. Pure, streaming. */
@NullMarked
package org.handrail.analytics.feature.skin;

import org.jspecify.annotations.NullMarked;
