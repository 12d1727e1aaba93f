/** The broker's side: frames come up, nudges go down. */
@NullMarked
package org.handrail.ingest.mqtt;

import org.jspecify.annotations.NullMarked;
