/** Journeys through the real window, with a real target. */
package org.heapline.tests.desktop;
