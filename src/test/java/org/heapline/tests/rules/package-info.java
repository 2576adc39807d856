/** The rules of the house as tests: who may know whom, and what library code leaves alone. */
package org.heapline.tests.rules;
