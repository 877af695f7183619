// What the guidelines make of the beating heart, and the words for the person: the heart stands in for every measurement,
// since nobody has measured it. Only where measurements were told and nothing of the heart, the healthy heart that is shown is
// not theirs, and evidence of nothing.

import Findings
import Guidelines
import Statements

extension Reply {
  mutating func judgement(_ said: Said, _ findings: FindingValues) {
    let isShown = said.statement.statesItsHeart || said.record.series.isEmpty
    let stand = isShown ? findings : FindingValues()
    let judgement = Judgement(said.record, guideline: said.guideline, simulated: stand)
    let picture = judgement.picture
    field("guideline", said.guideline.identifier)
    severity(picture.severity, picture.criteria)
    object("cause") { reply in
      reply.field("class", picture.cause.cause.rawValue)
      reply.field("meaning", picture.cause.cause.meaning)
      reply.field("mechanism", picture.cause.mechanism?.rawValue)
      reply.field("carpentier", picture.cause.carpentier?.rawValue)
    }
    field("treatedValve", picture.treatedValve)
    field("stage", judgement.stage.stage?.rawValue)
    field("stageMeaning", judgement.stage.stage?.meaning)
    field("nyha", judgement.nyha.nyha?.rawValue)
    field("profile", judgement.profile.profile.rawValue)
    field("urgency", judgement.urgency.urgency.rawValue)
    field("urgencyMeaning", judgement.urgency.urgency.meaning)
    list("recommendations") { reply in for one in judgement.recommendations { reply.recommendation(one) } }
    list("plain") { reply in
      for section in PlainWords(judgement).sections {
        reply.object { reply in
          reply.field("id", section.identifier)
          reply.field("title", section.title)
          reply.field("sentences", texts: section.sentences)
          reply.field("items", texts: section.items)
        }
      }
    }
  }

  private mutating func severity(_ severity: SeverityJudgement, _ rows: [CriterionRow]) {
    object("severity") { reply in
      reply.field("grade", severity.grade?.identifier)
      reply.field("scale", severity.scale.map { Double($0) })
      reply.field("confidence", severity.confidence.identifier)
      reply.list("criteria") { reply in for record in severity.because { reply.criterion(record) } }
      reply.list("table") { reply in for row in rows { reply.row(row) } }
    }
  }

  private mutating func criterion(_ record: CriterionRecord) {
    object { reply in
      reply.field("criterion", record.criterion.identifier)
      reply.field("finding", record.finding?.identifier)
      reply.field("value", record.value)
      reply.field("word", record.word)
      reply.field("unit", record.unit)
      reply.field("meets", max(record.meets, .mild).identifier)
      reply.field("counts", flag: record.counts)
      reply.field("source", record.source)
    }
  }

  private mutating func row(_ row: CriterionRow) {
    object { reply in
      reply.field("id", row.id)
      reply.field("name", row.name)
      reply.field("speaksFor", row.speaksFor.identifier)
      reply.field("threshold", row.threshold)
      reply.field("outcome", row.outcome.identifier)
      reply.field("finding", row.finding?.identifier)
      reply.field("value", row.value)
      reply.field("seen", row.seen)
      reply.field("derivation", row.derivation)
      reply.field("setAside", row.setAside)
      reply.field("source", row.source)
    }
  }

  private mutating func recommendation(_ one: Recommendation) {
    object { reply in
      reply.field("id", one.rule.id)
      reply.field("action", one.rule.action.rawValue)
      reply.field("title", one.rule.action.title)
      reply.field("polarity", one.rule.polarity.rawValue)
      reply.field("class", one.rule.strength?.rawValue)
      reply.field("level", one.rule.level)
      reply.field("guideline", one.rule.source.identifier)
      reply.field("section", one.rule.section)
      reply.field("text", one.rule.text)
      reply.field("because", texts: one.because)
      reply.field("overtakenBy", one.overtakenBy?.id)
    }
  }
}
