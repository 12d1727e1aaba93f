@NullMarked
package org.handrail.companion.evaluation;

import org.jspecify.annotations.NullMarked;
