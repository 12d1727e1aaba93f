/** When strained minutes become a risk window, and when it is over. Pure. */
@NullMarked
package org.handrail.analytics.episode;

import org.jspecify.annotations.NullMarked;
