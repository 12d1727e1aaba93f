/** Where apps bring data points of Open mHealth and IEEE 1752.1 over HTTP, with a device's credential. */
@NullMarked
package org.handrail.companion.datapoint;

import org.jspecify.annotations.NullMarked;
