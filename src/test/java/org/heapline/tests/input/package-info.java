/** What a user gets who asks for something that cannot be had. */
package org.heapline.tests.input;
