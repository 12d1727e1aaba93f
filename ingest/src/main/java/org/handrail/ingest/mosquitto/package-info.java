/** Mosquitto's list of those who may sign in, kept through its dynamic-security plugin. */
@NullMarked
package org.handrail.ingest.mosquitto;

import org.jspecify.annotations.NullMarked;
