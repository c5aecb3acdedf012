/** Cases from their source to the archive: what is on record, which steps are open, and the gates each step goes through. */
@org.jspecify.annotations.NullMarked
package cn.faheng.casework.cases;
