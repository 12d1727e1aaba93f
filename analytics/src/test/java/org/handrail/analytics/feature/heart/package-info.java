@NullMarked
package org.handrail.analytics.feature.heart;

import org.jspecify.annotations.NullMarked;
