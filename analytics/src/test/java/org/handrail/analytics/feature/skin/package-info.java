@NullMarked
package org.handrail.analytics.feature.skin;

import org.jspecify.annotations.NullMarked;
