/** What people say of stretches, kept beside what the method said, and the method judged by it. */
@NullMarked
package org.handrail.analytics.label;

import org.jspecify.annotations.NullMarked;
