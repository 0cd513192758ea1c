// The sequences that lost or spoiled annotators' work elsewhere, and the tests that go through them here. What is said of browsers
// runs in Chromium and in Firefox.
//
//  2  a save names its item and what it has seen     AnnotateSavingTests
//  3  several clicks on one control                  AnnotateSavingTests
//  4  back, forward, reload, a restored window       TwoWindowsTests, in browsers
//  5  one person's two windows                       AnnotateSavingTests; TwoWindowsTests, in browsers
//  6  twenty people ask for an item at once          AnnotateQuotaTests; as a process KilledWhileJudgingTests
//  7  people who left, and come back late            AnnotateQuotaTests
//  8  no script                                      WithoutScriptsTests, in browsers
// 10  the machine is switched off                    KilledWhileJudgingTests
// 11  the codebook is edited                         AnnotateCodebookTests, CodebookVersionTests
// 12  emoji before a span                            AnnotateSpansTests, SpanFinderTests; WithoutScriptsTests, in browsers
// 13  spans saved, loaded and saved again            AnnotateSpansTests; WithoutScriptsTests, in browsers
// 14  opposite answers                               DisagreementTests
// 16  the keys of a scale                            AnnotateCodebookTests
// 18  loading anew leads to the same item            AnnotateSavingTests
