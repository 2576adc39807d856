/** Coming and going: attaching, detaching, and either side ending without a word. */
package org.heapline.tests.attach;
