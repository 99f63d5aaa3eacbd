/**
 * The words of documentation in languages other than English, which `headerWords.ts` knows best. A star means any ending;
 * words of languages that are written without spaces are found anywhere. Accents do not count.
 */
const words = {
  errorCode: [
    'fehlercodes? fehlercode fehlernummer fehlerkürzel fehlerschlüssel',
    'code_d’erreur codes_d’erreur code_erreur codes_erreur código_de_error códigos_de_error código_de_errores código_do_erro código_de_erro códigos_de_erro',
    'codice_errore codici_errore codice_di_errore codici_di_errore codice_dell’errore foutcode foutcodes felkod felkoder fejlkode feilkode virhekoodi',
    'код_ошибки коды_ошибок код_помилки коди_помилок кода_ошибки код_за_грешка kod_błędu kody_błędów kód_chyby kod_hiba hibakód kod_greške cod_eroare cod_de_eroare',
    'hata_kodu hata_kodları mã_lỗi mã_lỗi_trả_về kode_kesalahan kode_error kode_galat kod_ralat κωδικός_σφάλματος',
    '错误码 错误代码 錯誤碼 錯誤代碼 业务错误码 错误编码 エラーコード 에러코드 에러_코드 오류코드 오류_코드 รหัสข้อผิดพลาด',
    'رمز_الخطأ كود_الخطأ رموز_الخطأ کد_خطا קוד_שגיאה त्रुटि_कोड',
  ],
  responseCode: [
    'rückgabecodes antwortcodes codes_de_réponse codes_de_retour códigos_de_respuesta códigos_de_resposta códigos_de_retorno codici_di_risposta kody_odpowiedzi',
    'код_ответа коды_ответа коды_ответов код_відповіді коди_відповідей yanıt_kodları mã_phản_hồi mã_kết_quả kode_respons kode_balasan',
    '返回码 返回碼 返回结果码 结果码 响应码 回應碼 回傳碼 レスポンスコード 결과코드 결과_코드 응답코드 응답_코드 رموز_الاستجابة',
  ],
  code: [
    'bezeichner kennung código códigos codice codici codes код коды коди kod kody kode kód koodi mã κωδικός',
    '代码 代碼 编码 編碼 識別子 标识 返回码 返回碼 响应码 状态编码 コード 코드 번호 รหัส رمز كود کد קוד कोड',
  ],
  error: [
    'fehler* erreur erreurs error errores erro erros errore errori fout fouten fel fejl feil virhe',
    'ошибк* ошибок помилк* помилок грешк* błąd błędy błędu chyba chyby hiba greška eroare erori hata lỗi kesalahan galat ralat σφάλμα σφάλματα',
    '错误 錯誤 异常 異常 エラー 例外 에러 오류 예외 ข้อผิดพลาด خطأ أخطاء الخطأ خطا שגיאה שגיאות त्रुटि',
  ],
  status: [
    'statut estado stato статус* estado_http código_de_estado codice_di_stato code_de_statut código_de_status stav stan durum trạng_thái mã_trạng_thái mã_http',
    '状态码 狀態碼 http状态 ステータス 상태코드 상태_코드 상태 สถานะ حالة وضعیت',
  ],
  cause: [
    '*beschreibung* beschreibung* ursache* bedeutung grund erklärung descripción descripcion descripciones significado causa causas motivo cuando caso quando signification raison quand détail détails détalle detalle detalles detalhe detalhes descrição descrizione dettagli motivazione spiegazione significato quale',
    'omschrijving beschrijving oorzaak betekenis uitleg toelichting beskrivning orsak betydelse beskrivelse årsak kuvaus syy',
    'описание описания причина причины значение расшифровка пояснение когда опис причини пояснення описание_ошибки описание',
    'opis przyczyna znaczenie wyjaśnienie popis příčina význam leírás descriere cauza açıklama aciklama neden nedeni anlamı mô_tả mô_tả_lỗi nguyên_nhân ý_nghĩa thông_tin_lỗi thông_tin nội_dung chi_tiết diễn_giải giải_thích deskripsi penyebab keterangan penjelasan arti περιγραφή αιτία',
    '描述 说明 說明 原因 含义 含義 意味 説明 内容 触发 觸發 发生 場面 条件 條件 설명 원인 의미 내용 사유 คำอธิบาย สาเหตุ ความหมาย الوصف وصف السبب المعنى توضیح شرح علت תיאור סיבה विवरण कारण',
  ],
  message: [
    'nachricht meldung fehlermeldung fehlertext titel titre título mensaje mensajes mensagem mensagens messaggio messaggi titolo melding foutmelding meddelande bericht viesti',
    'сообщени* текст повідомлен* komunikat komunikaty treść wiadomość zpráva hláška üzenet mesaj mesajı thông_báo thông_điệp pesan μήνυμα',
    '消息 信息 訊息 メッセージ 提示 메시지 메세지 ข้อความ الرسالة رسالة پیام הודעה संदेश',
  ],
  remedy: [
    'lösung* behebung maßnahmen massnahme* abhilfe was_tun aktion aktionen acción acciones solución soluciones resolución qué_hacer solução soluções ação ações resolução que_faire correctif action_corrective soluzione soluzioni rimedio azione azioni cosa_fare oplossing oplossingen actie åtgärd lösning løsning tiltak ratkaisu',
    'решени* исправлени* как_исправить что_делать действи* рекомендаци* рішення вирішення що_робити дії rozwiązanie rozwiązania działanie co_zrobić řešení oprava megoldás soluție çözüm çözümü ne_yapmalı cách_xử_lý cách_khắc_phục xử_lý hướng_xử_lý giải_pháp khắc_phục hành_động solusi penanganan tindakan λύση',
    '解决 解決 处理 處理 建议 建議 对策 対策 対処 対応 해결 조치 처리 대응 วิธีแก้ การแก้ไข الحل الإجراء راه_حل راهکار פתרון समाधान',
  ],
  retry: [
    'wiederhol* reessay* réessay* reintent* повтор* erneut ponów tekrar thử_lại coba_lagi riprova',
    '重试 重試 再試行 リトライ 재시도',
  ],
  field: [
    'feld felder champ champs campo campos parâmetro parâmetros parámetro parámetros paramètre paramètres parametro parametri eigenschaft eigenschaften параметр* поле поля parametr parametry parametre trường tham_số thuộc_tính',
    '字段 欄位 参数 參數 属性 フィールド パラメータ 필드 파라미터 매개변수 속성 المعامل الحقل',
  ],
  note: [
    'hinweis* bemerkung* nota notas notes remarque remarques nota_bene opmerking opmerkingen примечани* комментари* примітк* uwagi poznámka ghi_chú catatan 备注 備考 備註 비고 ملاحظات',
  ],
  value: [
    'wert zahlenwert valeur valor valore waarde värde verdi wartość hodnota érték değer giá_trị nilai значение числовое_значение',
    '取值 数值 數值 值 数値 값 القيمة',
  ],
  success: [
    'erfolg* erfolgreich succès réussi éxito exitoso exitosa sucesso successo riuscito geslaagd gelukt успех успешн* успіх успішн* sukces pomyślnie úspěch sikeres başarılı thành_công berhasil sukses',
    '成功 正常处理 正常處理 正常終了 성공 정상_처리 정상처리 정상적으로_처리 สำเร็จ نجاح تم_بنجاح موفق הצלחה सफल',
  ],
  failure: [
    'fehlgeschlagen ungültig échec invalide inválido fallido fallo falha não mislukt неверн* неудач* недейств* отказ* не невірн* відмов* nieprawidłowy nie neplatný geçersiz başarısız không sai thiếu gagal tidak',
    '失败 失敗 无法 無法 未能 不能 没有 沒有 不可 部分 无效 無效 無効 不正 错误 錯誤 异常 실패 불가 오류 에러 خطأ فشل غير',
  ],
} satisfies Readonly<Record<string, readonly string[]>>;

/** The subjects of columns, labels and headings. */
export type Term = keyof typeof words;

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

interface Matcher {
  /** Found anywhere. */
  readonly parts: readonly string[];
  /** Found as words, one or several in a row. */
  readonly whole: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  readonly longest: number;
}

/** Compares words without case, accents, punctuation and markup. */
export function normaliseWords(text: string): string {
  // `invalidReason`, as a member is called, is two words.
  const spaced = /^\s*[a-z]+(?:[A-Z][a-z]+)+\s*$/.test(text) ? text.replace(/(?<=[a-z])(?=[A-Z])/g, ' ') : text;
  return spaced
    .slice(0, 200)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

const matchers: ReadonlyMap<Term, Matcher> = new Map(
  (Object.entries(words) as [Term, readonly string[]][]).map(([term, lists]) => {
    const all = lists.flatMap((list) => list.split(' ')).map((word) => word.replaceAll('_', ' '));
    const clean = (word: string): string => normaliseWords(word.replaceAll('*', ''));
    const whole = all.filter((word) => !word.includes('*') && !unspaced.test(word)).map(clean);
    return [
      term,
      {
        parts: all.filter((word) => unspaced.test(word) || word.startsWith('*')).map(clean),
        whole: new Set(whole),
        beginnings: all.filter((word) => /^[^*].*\*$/.test(word)).map(clean),
        longest: Math.max(1, ...whole.map((word) => word.split(' ').length)),
      },
    ];
  }),
);

/** Whether a text has one of a term's words. @param text as `normaliseWords` gives it */
export function mentionsTerm(text: string, term: Term): boolean {
  const matcher = matchers.get(term);
  if (!matcher || text === '') return false;
  if (matcher.parts.some((part) => text.includes(part))) return true;
  const all = text.split(' ');
  return all.some(
    (word, index) =>
      matcher.beginnings.some((beginning) => word.startsWith(beginning)) ||
      Array.from({ length: matcher.longest }, (_, more) => all.slice(index, index + more + 1).join(' ')).some((phrase) =>
        matcher.whole.has(phrase),
      ),
  );
}
