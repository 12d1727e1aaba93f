@NullMarked
package org.handrail.companion.web;

import org.jspecify.annotations.NullMarked;
