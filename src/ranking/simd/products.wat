;; Products of many vectors with one, by instructions that multiply several numbers at once. All
;; addresses are in bytes; vectors stand one after the other.
(module
  (memory (export "memory") 1)

  ;; Floats of 32 bits: `count` vectors of `bytes` each from `row` on, with the one at `query`. Their
  ;; products are put, as floats, from `out` on.
  (func (export "ofFloats")
    (param $row i32) (param $count i32) (param $bytes i32) (param $query i32) (param $out i32)
    (local $at i32) (local $q i32) (local $end i32) (local $wholeEnd i32)
    (local $a v128) (local $b v128) (local $sum f32)
    (block $done
      (loop $rows
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $at (local.get $row))
        (local.set $q (local.get $query))
        (local.set $end (i32.add (local.get $row) (local.get $bytes)))
        (local.set $wholeEnd
          (i32.add (local.get $row) (i32.and (local.get $bytes) (i32.const -32))))
        (local.set $a (v128.const f32x4 0 0 0 0))
        (local.set $b (v128.const f32x4 0 0 0 0))
        ;; Eight at a time, as two sums that do not wait for each other.
        (block $wholeDone
          (loop $whole
            (br_if $wholeDone (i32.ge_u (local.get $at) (local.get $wholeEnd)))
            (local.set $a
              (f32x4.add (local.get $a)
                (f32x4.mul (v128.load (local.get $at)) (v128.load (local.get $q)))))
            (local.set $b
              (f32x4.add (local.get $b)
                (f32x4.mul
                  (v128.load offset=16 (local.get $at)) (v128.load offset=16 (local.get $q)))))
            (local.set $at (i32.add (local.get $at) (i32.const 32)))
            (local.set $q (i32.add (local.get $q) (i32.const 32)))
            (br $whole)))
        (local.set $a (f32x4.add (local.get $a) (local.get $b)))
        (local.set $sum
          (f32.add
            (f32.add (f32x4.extract_lane 0 (local.get $a)) (f32x4.extract_lane 1 (local.get $a)))
            (f32.add (f32x4.extract_lane 2 (local.get $a)) (f32x4.extract_lane 3 (local.get $a)))))
        ;; What is left of less than eight.
        (block $restDone
          (loop $rest
            (br_if $restDone (i32.ge_u (local.get $at) (local.get $end)))
            (local.set $sum
              (f32.add (local.get $sum)
                (f32.mul (f32.load (local.get $at)) (f32.load (local.get $q)))))
            (local.set $at (i32.add (local.get $at) (i32.const 4)))
            (local.set $q (i32.add (local.get $q) (i32.const 4)))
            (br $rest)))
        (f32.store (local.get $out) (local.get $sum))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $row (local.get $end))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $rows))))

  ;; Whole numbers of 8 bits, a multiple of 16 in each vector; the one at `query` has 16 bits a number.
  ;; Their products are put, as whole numbers of 32 bits, from `out` on.
  (func (export "ofBytes")
    (param $row i32) (param $count i32) (param $bytes i32) (param $query i32) (param $out i32)
    (local $at i32) (local $q i32) (local $end i32) (local $codes v128) (local $a v128)
    (block $done
      (loop $rows
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $at (local.get $row))
        (local.set $q (local.get $query))
        (local.set $end (i32.add (local.get $row) (local.get $bytes)))
        (local.set $a (v128.const i32x4 0 0 0 0))
        (block $rowDone
          (loop $whole
            (br_if $rowDone (i32.ge_u (local.get $at) (local.get $end)))
            (local.set $codes (v128.load (local.get $at)))
            (local.set $a
              (i32x4.add (local.get $a)
                (i32x4.add
                  (i32x4.dot_i16x8_s
                    (i16x8.extend_low_i8x16_s (local.get $codes)) (v128.load (local.get $q)))
                  (i32x4.dot_i16x8_s
                    (i16x8.extend_high_i8x16_s (local.get $codes))
                    (v128.load offset=16 (local.get $q))))))
            (local.set $at (i32.add (local.get $at) (i32.const 16)))
            (local.set $q (i32.add (local.get $q) (i32.const 32)))
            (br $whole)))
        (i32.store (local.get $out)
          (i32.add
            (i32.add
              (i32x4.extract_lane 0 (local.get $a)) (i32x4.extract_lane 1 (local.get $a)))
            (i32.add
              (i32x4.extract_lane 2 (local.get $a)) (i32x4.extract_lane 3 (local.get $a)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $row (local.get $end))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $rows)))))
